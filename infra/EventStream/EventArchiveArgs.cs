using Engagement.Infra.Configuration;

namespace Engagement.Infra.EventStream;

/// <summary>What an <see cref="EventArchive"/> is made of.</summary>
internal sealed record EventArchiveArgs
{
    public required EventStreamSettings Settings { get; init; }

    /// <summary>
    /// How the files' names begin, with a slash at its end. Firehose fills in <c>!{timestamp:…}</c>, the UTC time at which it got the
    /// file's oldest record.
    /// </summary>
    public required string Prefix { get; init; }

    /// <summary>How long the log of deliveries is kept, in days.</summary>
    public required int LogRetentionDays { get; init; }
}
