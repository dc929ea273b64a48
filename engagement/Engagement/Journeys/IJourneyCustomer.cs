using Engagement.Definitions.Topics;
using Engagement.Sending;

namespace Engagement.Journeys;

/// <summary>What journeys look at of a customer, read just now: never as it was at entry.</summary>
public interface IJourneyCustomer
{
    /// <summary>The endpoint and the user's attributes.</summary>
    Customer Customer { get; }

    /// <summary>Whether the customer belongs to a segment of today's definitions; a segment that is gone has nobody.</summary>
    bool IsIn(string segment);

    /// <summary>Why no message of a template goes to the customer, one of <see cref="SendingReason"/>; null when it does.</summary>
    /// <param name="template">The template's name.</param>
    /// <param name="topic">What the message is about.</param>
    string? Objection(string template, Topic topic);
}
