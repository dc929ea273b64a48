namespace Engagement.Definitions.Journeys;

/// <summary>What a place in a journey's graph is.</summary>
public enum JourneyNodeKind
{
    /// <summary>Customers enter.</summary>
    Start,

    /// <summary>A step that sends a message.</summary>
    Send,

    /// <summary>A step that waits.</summary>
    Wait,

    /// <summary>A step that a condition leads on from.</summary>
    If,

    /// <summary>A step that chance leads on from.</summary>
    Split,

    /// <summary>Customers leave.</summary>
    End,
}
