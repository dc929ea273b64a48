namespace Engagement.Local.Pinpoint.Channels;

/// <summary>An application's SMS channel.</summary>
internal sealed record SmsChannel
{
    /// <summary>Whether messages are sent through it; true unless set.</summary>
    public required bool Enabled { get; init; }

    /// <summary>The sender that receivers see, or null.</summary>
    public string? SenderId { get; init; }

    /// <summary>The account's short code, or null.</summary>
    public string? ShortCode { get; init; }

    public required DateTimeOffset CreationDate { get; init; }

    public required DateTimeOffset LastModifiedDate { get; init; }

    /// <summary>1 when created, one more with each update.</summary>
    public required int Version { get; init; }
}
