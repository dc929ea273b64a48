using Amazon.SimpleEmailV2.Model;
using Engagement.Aws.Functions;
using Engagement.Consent;
using Engagement.Definitions.Topics;
using Engagement.Identity;

namespace Engagement.Ses.Sending;

/// <summary>How readers of e-mails unsubscribe.</summary>
/// <param name="Links">Makes the links.</param>
/// <param name="Words">What the link in the message says.</param>
public sealed record SesUnsubscribing(UnsubscribeLinks Links, string Words)
{
    /// <summary>A function's: <c>UNSUBSCRIBE_URL</c> is the page's address.</summary>
    /// <param name="host">The function.</param>
    /// <param name="keys">The keys that links are made with.</param>
    /// <param name="topics">Say what the link says.</param>
    public static SesUnsubscribing Open(FunctionHost host, SigningKeyCache keys, TopicCatalog topics) =>
        new(new(keys, host.Environment.Required("UNSUBSCRIBE_URL")), topics.Link);

    /// <summary>The headers that have a mail program show a button, and its provider send the request (RFC 8058).</summary>
    /// <param name="link">The link.</param>
    internal static List<MessageHeader> Headers(string link) =>
    [
        new() { Name = "List-Unsubscribe", Value = $"<{link}>" },
        new() { Name = "List-Unsubscribe-Post", Value = "List-Unsubscribe=One-Click" },
    ];
}
