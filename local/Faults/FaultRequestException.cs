namespace Engagement.Local.Faults;

/// <summary>A fault cannot be had as it was asked for.</summary>
internal sealed class FaultRequestException(
    string field, string problem, Exception? inner = null) : Exception($"{field}: {problem}.", inner)
{
    /// <summary>Which field is wrong.</summary>
    public string Field { get; } = field;
}
