namespace Engagement.Infra.Platforms.Ses.Archive;

/// <summary>Queries to begin with. The days and the customer in them are for the analyst to change.</summary>
internal static class EventQueries
{
    /// <summary>By name. Each drops events that the archive holds twice, because a batch was sent again.</summary>
    public static IReadOnlyList<(string Name, string Text)> All { get; } =
    [
        (
            "events-by-day",
            """
            -- Events by day and type. Files lie by the day of their arrival, which may be one later than the event's.
            SELECT substr(at, 1, 10) AS day, type, count(DISTINCT id) AS events
            FROM events
            WHERE dt BETWEEN '2026-01-01' AND '2026-01-08' AND at BETWEEN '2026-01-01' AND '2026-01-08'
            GROUP BY substr(at, 1, 10), type
            ORDER BY day, events DESC
            """),
        (
            "events-of-customer",
            """
            -- The events of one customer, each once, the latest first.
            SELECT id, arbitrary(at) AS at, arbitrary(type) AS type, arbitrary(attributes) AS attributes, arbitrary(metrics) AS metrics
            FROM events
            WHERE dt BETWEEN '2026-01-01' AND '2026-01-31' AND customer = 'the-customers-id'
            GROUP BY id
            ORDER BY at DESC
            """),
    ];
}
