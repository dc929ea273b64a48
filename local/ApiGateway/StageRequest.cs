namespace Engagement.Local.ApiGateway;

/// <summary>A request to a deployed stage, whatever transport it came by.</summary>
internal sealed record StageRequest
{
    /// <summary>REST API that it is for.</summary>
    public required string ApiId { get; init; }

    /// <summary>Stage that it is for.</summary>
    public required string Stage { get; init; }

    /// <summary>HTTP method, upper case.</summary>
    public required string Method { get; init; }

    /// <summary>Path below the stage as sent, still percent-encoded, beginning with a slash.</summary>
    public required string Path { get; init; }

    /// <summary>Query string as sent, still percent-encoded, without its question mark.</summary>
    public string Query { get; init; } = "";

    /// <summary>Headers in the order and spelling in which they were sent; a name may come more than once.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];

    /// <summary>The body.</summary>
    public ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>Protocol and version.</summary>
    public string Protocol { get; init; } = "HTTP/1.1";

    /// <summary>Address that the request came from.</summary>
    public string SourceIp { get; init; } = "127.0.0.1";

    /// <summary>The last value of a header, or null where it is absent; names differ by more than case.</summary>
    public string? Header(string name) =>
        Headers.LastOrDefault(header => header.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Value;
}
