namespace Engagement.CompanyEvents;

/// <summary>Where events on the bus say that they come from.</summary>
public static class EventSource
{
    /// <summary>
    /// The publisher's own: events that it checked against their announcement and put on the bus for a state machine. Whoever else uses it gains
    /// nothing but a check less; who may put events on the bus is IAM's to say.
    /// </summary>
    public const string Checked = "engagement.company-events";
}
