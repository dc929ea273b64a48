using Engagement.Aws.Functions;
using Engagement.Customers;
using Engagement.Definitions.Topics;
using Engagement.Identity;
using Engagement.Sending;
using Engagement.Ses.Consent;

namespace Engagement.Ses.Sending;

/// <summary>How a function sends pages of messages.</summary>
public static class SesPages
{
    /// <summary>
    /// A function's; <see cref="DynamoDbDeliveries"/>, <see cref="DynamoDbConsents"/> and <see cref="SesChannels"/> say what they read of
    /// the environment.
    /// </summary>
    /// <param name="host">The function.</param>
    /// <param name="customers">Where user attributes of those who got a message are written.</param>
    /// <param name="renderer">Renders the messages.</param>
    /// <param name="keys">The keys that links to unsubscribe are made with.</param>
    /// <param name="topics">Say what such a link says.</param>
    /// <param name="limit">How many messages of marketing a customer gets; null: any number.</param>
    public static PageSender Open(
        FunctionHost host,
        ICustomers customers,
        IMessageRenderer renderer,
        SigningKeyCache keys,
        TopicCatalog topics,
        IContactLimit? limit = null)
    {
        var (deliveries, consents) = (DynamoDbDeliveries.Open(host), DynamoDbConsents.Open(host));
        return new(
            deliveries,
            consents,
            new EndpointSender(deliveries, SesChannels.Open(host, renderer, keys, topics, consents), host.Time, host.Log, host.Metrics),
            new ReceiverAttributes(customers, host.Log, host.Metrics),
            host.Time,
            host.Log,
            host.Metrics,
            limit);
    }
}
