namespace Engagement.Local.Firehose.Streams;

/// <summary>Where a stream delivers to, and when.</summary>
internal sealed record StreamSettings
{
    public required string BucketArn { get; init; }

    /// <summary>The role that the stream writes as.</summary>
    public required string RoleArn { get; init; }

    /// <summary>
    /// How the objects' keys begin, with <c>!{timestamp:…}</c> in it. Default: <c>yyyy/MM/dd/HH/</c> of the oldest record.
    /// </summary>
    public required ObjectPrefix Prefix { get; init; }

    /// <summary>How long a record waits for others at most.</summary>
    public required TimeSpan Interval { get; init; }

    /// <summary>How many bytes are gathered at most before they are written.</summary>
    public required int Bytes { get; init; }

    /// <summary>Whether objects are compressed with gzip.</summary>
    public required bool IsCompressed { get; init; }

    /// <summary>How the objects' keys end, such as <c>.gz</c>; empty for nothing.</summary>
    public required string Extension { get; init; }

    /// <summary>The log group that is told of failures; null where none is.</summary>
    public string? LogGroup { get; init; }
}
