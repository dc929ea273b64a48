namespace Engagement.Local.ApiGateway;

/// <summary>What a stage answers.</summary>
/// <param name="StatusCode">HTTP status.</param>
/// <param name="Headers">Headers by name, case-insensitive.</param>
/// <param name="Body">The body.</param>
internal sealed record StageResponse(int StatusCode, IReadOnlyDictionary<string, string> Headers, ReadOnlyMemory<byte> Body)
{
    /// <summary>A header's value, or null where it is absent.</summary>
    public string? Header(string name) => Headers.GetValueOrDefault(name);
}
