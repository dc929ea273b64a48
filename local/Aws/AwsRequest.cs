namespace Engagement.Local.Aws;

/// <summary>One HTTP request to an AWS service, from any caller and by any transport.</summary>
internal sealed record AwsRequest
{
    /// <summary>HTTP method, upper case.</summary>
    public required string Method { get; init; }

    /// <summary>Path as sent, still percent-encoded, beginning with a slash.</summary>
    public required string Path { get; init; }

    /// <summary>Query string as sent, still percent-encoded, without its question mark; empty where there is none.</summary>
    public string Query { get; init; } = "";

    /// <summary>Headers by name, case-insensitive; several values of one name are joined by a comma.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>The body, not decoded.</summary>
    public ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>Who sends it.</summary>
    public required Principal Caller { get; init; }

    /// <summary>A header's value, or null where it is absent.</summary>
    public string? Header(string name) => Headers.TryGetValue(name, out var value) ? value : null;
}
