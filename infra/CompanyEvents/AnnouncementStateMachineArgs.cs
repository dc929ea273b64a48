using Engagement.Definitions.Announcements;
using Engagement.Infra.Ledgers;
using Engagement.Infra.Platforms;
using Aws = Pulumi.Aws;

namespace Engagement.Infra.CompanyEvents;

/// <summary>What an <see cref="AnnouncementStateMachine"/> is made of.</summary>
internal sealed record AnnouncementStateMachineArgs
{
    public required Announcement Announcement { get; init; }

    /// <summary>How the platform launches a campaign.</summary>
    public required CampaignSteps Steps { get; init; }

    public required EventLedger Ledger { get; init; }

    /// <summary>Where failures are told of.</summary>
    public required Aws.Sns.Topic Failures { get; init; }

    public required int LogRetentionDays { get; init; }
}
