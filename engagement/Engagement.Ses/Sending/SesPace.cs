using Engagement.Aws.Functions;
using Engagement.Sending;

namespace Engagement.Ses.Sending;

/// <summary>The pace of a function that sends.</summary>
public static class SesPace
{
    /// <summary>
    /// A function's: <c>SENDERS</c> says how many invocations send at once at most, those of all functions that send counted together;
    /// <see cref="SesSendingRate.Open"/> reads the rate.
    /// </summary>
    public static SendingPace Open(FunctionHost host)
    {
        host.Environment.Required("SENDERS");
        return new(SesSendingRate.Open(host), host.Environment.WholeNumber("SENDERS") ?? 1, host.Time);
    }
}
