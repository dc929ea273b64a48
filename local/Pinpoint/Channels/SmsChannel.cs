namespace Engagement.Local.Pinpoint.Channels;

/// <summary>An application's SMS channel.</summary>
internal sealed record SmsChannel : ApplicationChannel
{
    /// <summary>The sender that receivers see, or null.</summary>
    public string? SenderId { get; init; }

    /// <summary>The account's short code, or null.</summary>
    public string? ShortCode { get; init; }
}
