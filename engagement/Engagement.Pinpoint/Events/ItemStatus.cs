namespace Engagement.Pinpoint.Events;

/// <summary>What became of one event or endpoint.</summary>
public enum ItemStatus
{
    /// <summary>Taken.</summary>
    Accepted,

    /// <summary>Refused for good.</summary>
    Refused,

    /// <summary>Not taken now; may be tried again.</summary>
    Failed,
}
