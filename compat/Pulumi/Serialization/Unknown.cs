namespace Pulumi.Serialization;

/// <summary>A value that will exist only after the deployment.</summary>
internal sealed class Unknown
{
    /// <summary>How the engine's protocol, and therefore a mock's answer, writes it.</summary>
    public const string Sentinel = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

    public static readonly Unknown Value = new();

    private Unknown()
    {
    }
}
