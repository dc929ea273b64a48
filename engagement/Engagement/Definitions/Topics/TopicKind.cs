namespace Engagement.Definitions.Topics;

/// <summary>Whether a customer can do without the messages of a topic.</summary>
public enum TopicKind
{
    /// <summary>The customer can unsubscribe. This is the default of every topic.</summary>
    Marketing,

    /// <summary>
    /// The message belongs to what the customer has asked for, such as an appointment. It also goes to customers who have unsubscribed.
    /// </summary>
    Transactional,
}
