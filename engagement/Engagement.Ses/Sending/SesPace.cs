using Engagement.Aws.Functions;
using Engagement.Sending;

namespace Engagement.Ses.Sending;

/// <summary>The paces of a function that sends.</summary>
public static class SesPace
{
    /// <summary>
    /// That of e-mails: <c>SENDERS</c> says how many invocations send at once at most, those of all functions that send counted together;
    /// <see cref="SesSendingRate.Open"/> reads the rate.
    /// </summary>
    public static SendingPace Open(FunctionHost host) => new(SesSendingRate.Open(host), SendersOf(host), host.Time);

    /// <summary>
    /// That of text messages: <c>SMS_RATE</c>, a whole number of messages a second, 1 where it is not set, and <c>SENDERS</c>.
    /// </summary>
    public static SendingPace OpenForTexts(FunctionHost host) =>
        new(new FixedSendingRate(host.Environment.WholeNumber("SMS_RATE") ?? 1), SendersOf(host), host.Time);

    private static int SendersOf(FunctionHost host)
    {
        host.Environment.Required("SENDERS");
        return host.Environment.WholeNumber("SENDERS") ?? 1;
    }
}
