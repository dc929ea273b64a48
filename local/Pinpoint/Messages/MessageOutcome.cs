namespace Engagement.Local.Pinpoint.Messages;

/// <summary>What became of a message to one endpoint.</summary>
internal enum MessageOutcome
{
    /// <summary>It is in the outbox.</summary>
    Delivered,

    /// <summary>It was not to be sent.</summary>
    LeftOut,

    /// <summary>It could not be rendered.</summary>
    Failed,
}
