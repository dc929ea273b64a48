using Engagement.CompanyEvents.Audiences;
using Engagement.Sending;

namespace Engagement.CompanyEvents.DryRuns;

/// <summary>What a reason's code means, for people.</summary>
public static class DryRunReason
{
    private static readonly Dictionary<string, string> Meanings = new(StringComparer.Ordinal)
    {
        [SendingReason.Segment] = "not in the segment",
        [SendingReason.Channel] = "another channel than the template's",
        [SendingReason.Inactive] = "inactive",
        [SendingReason.OptedOut] = "opted out of everything",
        [SendingReason.NoAddress] = "without an address",
        [SendingReason.NoPhoneNumber] = "an address that is no telephone number",
        [SendingReason.TooLong] = "a text message that is too long",
        [SendingReason.Suppressed] = "an address that bounced or complained",
        [SendingReason.Unsubscribed] = "unsubscribed from the topic",
        [SendingReason.Limit] = "as many messages of marketing as the limit allows",
        [SendingReason.NotRendered] = "the template cannot be rendered",
        [LeftOutReason.When] = "'when' does not hold",
    };

    /// <summary>Why a customer gets no message; the code itself where it has no other words.</summary>
    /// <param name="code">One of <see cref="SendingReason"/> or <see cref="LeftOutReason"/>.</param>
    public static string Meaning(string code) => Meanings.GetValueOrDefault(code, code);
}
