using Engagement.Customers;
using Engagement.Definitions.Topics;

namespace Engagement.Sending;

/// <summary>A message that goes to many customers, to each endpoint once: a campaign's, or a reminder's.</summary>
public interface IMailing
{
    /// <summary>The user attributes to write for each customer who got the message.</summary>
    IReadOnlyDictionary<string, IReadOnlyList<string>> UserAttributes { get; }

    /// <summary>What log lines tell the mailing by. Nothing of a customer is in it.</summary>
    IReadOnlyList<KeyValuePair<string, string>> LogFields { get; }

    /// <summary>What the message is about, from which customers may have unsubscribed.</summary>
    Topic Topic { get; }

    /// <summary>
    /// Since when it is gone through: the user attributes of messages that were claimed before are written. The least instant when nothing
    /// is.
    /// </summary>
    DateTimeOffset Began { get; }

    /// <summary>When the message may come; null when it may come now.</summary>
    /// <param name="member">Who gets it.</param>
    /// <param name="now">When it is.</param>
    DateTimeOffset? HeldUntil(CustomerMember member, DateTimeOffset now);

    /// <summary>What tells the message to an endpoint from all others: see <see cref="Delivery.IdOf"/>.</summary>
    string DeliveryIdOf(CustomerMember member);

    /// <summary>The message to an endpoint that gets it.</summary>
    OutgoingMessage MessageTo(CustomerMember member);
}
