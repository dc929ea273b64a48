using Engagement.Definitions.Reminders;

namespace Engagement.Definitions.Journeys;

/// <summary>The messages that answer customers' own events: <c>definitions/journeys.yaml</c>.</summary>
public sealed record JourneyCatalog
{
    /// <summary>A catalog without journeys, as a missing file means.</summary>
    public static JourneyCatalog Empty { get; } = new() { Journeys = [] };

    /// <summary>Most messages of marketing to one customer; null: no limit.</summary>
    public MessageLimit? Limit { get; init; }

    /// <summary>
    /// When messages of marketing may come, in the customer's zone: those of announcements, and of journeys without hours of their own;
    /// null for day and night.
    /// </summary>
    public AllowedHours? Between { get; init; }

    /// <summary>The journeys, in the order of the file; each name once.</summary>
    public required IReadOnlyList<Journey> Journeys { get; init; }

    /// <summary>The journey of this name; null when there is none.</summary>
    public Journey? Find(string name) => Journeys.FirstOrDefault(journey => journey.Name == name);
}
