using Engagement.Aws.Functions;
using Engagement.Definitions.Topics;
using Engagement.Identity;
using Engagement.Sending;
using Engagement.Ses.Consent;
using Engagement.Ses.Sms;

namespace Engagement.Ses.Sending;

/// <summary>How a function sends: e-mail by SES, and text messages where the stack has an origination.</summary>
public static class SesChannels
{
    /// <summary>
    /// A function's; <see cref="SesMessages"/>, <see cref="SmsSender"/> and <see cref="SesPace"/> say what they read of the environment.
    /// </summary>
    /// <param name="host">The function.</param>
    /// <param name="renderer">Renders the messages.</param>
    /// <param name="keys">The keys that links to unsubscribe are made with.</param>
    /// <param name="topics">Say what such a link says.</param>
    /// <param name="consents">Where it is noted that a number takes no text messages.</param>
    public static IReadOnlyDictionary<Channel, SendingChannel> Open(
        FunctionHost host, IMessageRenderer renderer, SigningKeyCache keys, TopicCatalog topics, DynamoDbConsents consents)
    {
        var channels = new Dictionary<Channel, SendingChannel>
        {
            [Channel.Email] = new(SesMessages.Open(host, renderer, SesUnsubscribing.Open(host, keys, topics)), SesPace.Open(host)),
        };
        if (SmsSender.Read(host.Environment) is { } sender)
        {
            channels[Channel.Sms] = new(SmsMessages.Open(host, renderer, sender, consents), SesPace.OpenForTexts(host));
        }

        return channels;
    }
}
