namespace Engagement.Journeys;

/// <summary>What became of a customer at a step of a journey. Metrics and the history give each its name in camel case.</summary>
public enum JourneyOutcome
{
    /// <summary>The customer entered.</summary>
    Entered,

    /// <summary>An event let the customer in no further, for a reason.</summary>
    NotEntered,

    /// <summary>A later event started the journey anew.</summary>
    Restarted,

    /// <summary>The customer goes a way of a branch or split: the reason is the way, such as <c>then</c> or <c>1</c>.</summary>
    Branched,

    /// <summary>A message waits for the hours in which it may come.</summary>
    PutOff,

    /// <summary>A message is about to be sent.</summary>
    Claimed,

    /// <summary>The sending service took the message.</summary>
    Sent,

    /// <summary>The message was left out, for a reason, and the journey goes on.</summary>
    LeftOut,

    /// <summary>The message surely was not sent, and is asked for again.</summary>
    Returned,

    /// <summary>Nothing tells whether the message was sent. It is not sent again.</summary>
    Unknown,

    /// <summary>The customer left: at the end (<see cref="JourneyReason.Done"/>), or before it for another reason.</summary>
    Left,
}
