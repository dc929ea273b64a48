namespace Engagement.Local.Ses.Sending;

/// <summary>What becomes of a message at one recipient.</summary>
internal abstract record Fate
{
    private Fate()
    {
    }

    /// <summary>Why the message is not in the recipient's mailbox; null where it is.</summary>
    public string? Failure => this switch
    {
        Bounced bounced => $"The recipient's server refused it: {bounced.SubType}.",
        Suppressed suppressed => $"The address is on the suppression list: {suppressed.Reason}.",
        _ => null,
    };

    /// <summary>It is in the recipient's mailbox.</summary>
    internal sealed record Delivered : Fate;

    /// <summary>It is in the recipient's mailbox, and the recipient calls it spam.</summary>
    internal sealed record Complained : Fate;

    /// <summary>The recipient's server refuses it.</summary>
    /// <param name="SubType">Such as <c>General</c> or <c>Suppressed</c>.</param>
    /// <param name="Diagnostic">What that server says.</param>
    internal sealed record Bounced(string SubType, string Diagnostic) : Fate;

    /// <summary>SES does not send it, because the address is on the account's suppression list.</summary>
    /// <param name="Reason">Why it is there: <c>BOUNCE</c> or <c>COMPLAINT</c>.</param>
    internal sealed record Suppressed(string Reason) : Fate;
}
