namespace Pulumi;

/// <summary>A file that the engine fetches (http, https or file).</summary>
public sealed class RemoteAsset : Asset
{
    public RemoteAsset(string uri)
        : base(uri)
    {
    }
}
