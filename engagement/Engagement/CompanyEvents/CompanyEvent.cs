using Engagement.Definitions.Announcements;

namespace Engagement.CompanyEvents;

/// <summary>Something that happened to the whole company, checked against its announcement.</summary>
public sealed record CompanyEvent
{
    // A campaign starts up to 365 days after its event, and its hook asks for the event then. Until the end a repeated delivery is known as
    // such.
    private static readonly TimeSpan Kept = TimeSpan.FromDays(400);

    /// <summary>
    /// The sender's id, or one that was made for it: 1 to 64 letters, digits, <c>.</c>, <c>_</c>, <c>:</c> and <c>-</c>. The same id is the
    /// same event.
    /// </summary>
    public required string Id { get; init; }

    /// <summary>The announcement's name.</summary>
    public required string Announcement { get; init; }

    /// <summary>A text of 1 to 100 characters for each of the announcement's attributes, and no other.</summary>
    public required IReadOnlyDictionary<string, string> Attributes { get; init; }

    /// <summary>When it came in; what <c>after</c> counts from.</summary>
    public required DateTimeOffset PublishedAt { get; init; }

    /// <summary>ARN of the role's session that posted it to the route, as AWS verified it; null for an event from the bus.</summary>
    public string? PublishedBy { get; init; }

    /// <summary>When the ledger may forget it, 400 days later, in seconds since 1970 as a table's TTL takes them.</summary>
    public long ExpiresAt => (PublishedAt + Kept).ToUnixTimeSeconds();
}
