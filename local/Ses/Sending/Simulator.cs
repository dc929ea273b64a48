using Engagement.Local.Ses.Identities;

namespace Engagement.Local.Ses.Sending;

/// <summary>
/// The mailbox simulator: addresses at <c>simulator.amazonses.com</c>, with or without a label such as <c>bounce+c1</c>. Its bounces put no
/// address on the suppression list, as in AWS.
/// </summary>
internal static class Simulator
{
    private const string Domain = "simulator.amazonses.com";

    /// <summary>Whether an address is the simulator's; the sandbox lets mail to it pass.</summary>
    public static bool Has(EmailAddress address) => address.Domain == Domain;

    /// <summary>What an address of the simulator does with mail; null where the address is not one of it.</summary>
    public static Fate? FateAt(EmailAddress address) => Has(address) ? FateAt(address.Address.Split('@', '+')[0]) : null;

    private static Fate FateAt(string mailbox) => mailbox.ToUpperInvariant() switch
    {
        "BOUNCE" => new Fate.Bounced("General", "smtp; 550 5.1.1 user unknown"),
        "COMPLAINT" => new Fate.Complained(),
        "SUPPRESSIONLIST" => new Fate.Bounced(
            "Suppressed", "Amazon SES has suppressed sending to this address because it has a recent history of bouncing"),
        // success, ooto (its automatic answer goes nowhere here), and what AWS does not document.
        _ => new Fate.Delivered(),
    };
}
