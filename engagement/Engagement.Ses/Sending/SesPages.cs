using Engagement.Aws.Functions;
using Engagement.Customers;
using Engagement.Definitions.Topics;
using Engagement.Identity;
using Engagement.Sending;
using Engagement.Ses.Consent;

namespace Engagement.Ses.Sending;

/// <summary>How a function sends pages of e-mails.</summary>
public static class SesPages
{
    /// <summary>
    /// A function's; <see cref="DynamoDbDeliveries"/>, <see cref="DynamoDbConsents"/>, <see cref="SesMessages"/> and <see cref="SesPace"/>
    /// say what they read of the environment.
    /// </summary>
    /// <param name="host">The function.</param>
    /// <param name="customers">Where user attributes of those who got a message are written.</param>
    /// <param name="renderer">Renders the messages.</param>
    /// <param name="keys">The keys that links to unsubscribe are made with.</param>
    /// <param name="topics">Say what such a link says.</param>
    public static PageSender Open(
        FunctionHost host, ICustomers customers, IMessageRenderer renderer, SigningKeyCache keys, TopicCatalog topics)
    {
        var deliveries = DynamoDbDeliveries.Open(host);
        var messages = SesMessages.Open(host, renderer, SesUnsubscribing.Open(host, keys, topics));
        return new(
            deliveries,
            DynamoDbConsents.Open(host),
            new EndpointSender(deliveries, messages, SesPace.Open(host), host.Time, host.Log, host.Metrics),
            new ReceiverAttributes(customers, host.Log, host.Metrics),
            host.Log,
            host.Metrics);
    }
}
