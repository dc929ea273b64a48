using Engagement.Infra.EventStream;
using Engagement.Infra.Platforms.Ses.Customers;
using Engagement.Infra.Platforms.Ses.Sending;

namespace Engagement.Infra.Platforms.Ses;

/// <summary>What the capabilities share on SES.</summary>
internal sealed record SesParts
{
    public required PlatformArgs Args { get; init; }

    public required SesSettings Settings { get; init; }

    public required CustomerStore Customers { get; init; }

    public required SendingStore Sending { get; init; }

    public required EmailSending Email { get; init; }

    public required EventArchive Archive { get; init; }

    /// <summary>Queue of campaigns' shares to send.</summary>
    public required ShareQueue CampaignShares { get; init; }

    /// <summary>Queue of hours' shares of reminders to send.</summary>
    public required ShareQueue ReminderShares { get; init; }
}
