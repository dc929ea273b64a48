using Engagement.Definitions.Announcements;
using Engagement.Infra.Platforms.Pinpoint;
using Engagement.Infra.Platforms.Pinpoint.CompanyEvents;
using Aws = Pulumi.Aws;

namespace Engagement.Infra.CompanyEvents;

/// <summary>What an <see cref="AnnouncementStateMachine"/> is made of.</summary>
internal sealed record AnnouncementStateMachineArgs
{
    public required Announcement Announcement { get; init; }

    public required CompanyEventsArgs Events { get; init; }

    public required EventLedger Ledger { get; init; }

    /// <summary>The campaigns' hook, and Pinpoint's permission to call it.</summary>
    public required AudienceFilter Filter { get; init; }

    /// <summary>Where checked events are found.</summary>
    public required CompanyEventBus Bus { get; init; }

    /// <summary>Where failures are told of.</summary>
    public required Aws.Sns.Topic Failures { get; init; }
}
