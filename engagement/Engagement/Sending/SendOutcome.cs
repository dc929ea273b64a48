namespace Engagement.Sending;

/// <summary>
/// What became of a message: <see cref="Sent"/>, <see cref="NotSent"/>, <see cref="Refused"/>, <see cref="Unknown"/> or
/// <see cref="Stopped"/>. A reason is a code in camel case, which metrics and log lines may show: it holds nothing of the customer.
/// </summary>
public abstract record SendOutcome
{
    private SendOutcome()
    {
    }

    /// <summary>The service took the message. The customer may get it, and nobody may send it again.</summary>
    /// <param name="MessageId">The service's id of the message, which its feedback names.</param>
    public sealed record Sent(string MessageId) : SendOutcome;

    /// <summary>The message surely was not sent, and may be tried again: the service had too many calls.</summary>
    /// <param name="Reason">Why.</param>
    public sealed record NotSent(string Reason) : SendOutcome;

    /// <summary>The message surely was not sent, and the same message is refused again. Other customers' messages may be taken.</summary>
    /// <param name="Reason">Why.</param>
    public sealed record Refused(string Reason) : SendOutcome;

    /// <summary>The service gave no answer, or an error of its own: the message may have been sent.</summary>
    /// <param name="Reason">Why.</param>
    public sealed record Unknown(string Reason) : SendOutcome;

    /// <summary>
    /// The message surely was not sent, for a reason that concerns every message: sending is paused, the sender is not verified, the day's
    /// quota is used up. The caller stops, keeps what is to be sent, and comes back after <see cref="SendingRules.Rest"/>.
    /// </summary>
    /// <param name="Reason">Why.</param>
    public sealed record Stopped(string Reason) : SendOutcome;
}
