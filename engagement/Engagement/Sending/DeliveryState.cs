namespace Engagement.Sending;

/// <summary>What became of a message to one endpoint.</summary>
public enum DeliveryState
{
    /// <summary>A sender is about to send it, or ended before it could say what became of it.</summary>
    Claimed,

    /// <summary>The service took it.</summary>
    Sent,

    /// <summary>It surely was not sent and will not be.</summary>
    LeftOut,

    /// <summary>It may have been sent. It is not sent again.</summary>
    Unknown,
}
