using Engagement.Infra.EventStream;
using Engagement.Infra.Functions;
using Engagement.Infra.Platforms.Ses.Consent;
using Engagement.Infra.Platforms.Ses.Customers;
using Engagement.Infra.Platforms.Ses.Sending;
using Engagement.Infra.Platforms.Ses.Sms;

namespace Engagement.Infra.Platforms.Ses;

/// <summary>What the capabilities share on SES.</summary>
internal sealed record SesParts
{
    public required PlatformArgs Args { get; init; }

    public required SesSettings Settings { get; init; }

    public required CustomerStore Customers { get; init; }

    public required ConsentStore Consents { get; init; }

    public required SendingStore Sending { get; init; }

    public required EmailSending Email { get; init; }

    /// <summary>Null where the stack sends no text messages.</summary>
    public required SmsSending? Sms { get; init; }

    public required EventArchive Archive { get; init; }

    /// <summary>Lets a function put links into messages by which customers unsubscribe; nothing until these are declared.</summary>
    public Grant MakeLinks { get; init; } = new();

    /// <summary>Lets a function send messages: with links, and to no customer who does not want them.</summary>
    public Grant SendMessages => Sms is null
        ? Grant.Join(Email.Send, MakeLinks, Consents.Ask)
        : Grant.Join(Email.Send, MakeLinks, Consents.Ask, Sms.Send, Consents.NoteOptOuts);

    /// <summary>Queue of campaigns' shares to send.</summary>
    public required ShareQueue CampaignShares { get; init; }

    /// <summary>Queue of hours' shares of reminders to send.</summary>
    public required ShareQueue ReminderShares { get; init; }

    /// <summary>Queue of customers who are due in journeys.</summary>
    public required ShareQueue CustomersToMove { get; init; }
}
