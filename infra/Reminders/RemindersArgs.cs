using Engagement.Definitions;
using Engagement.Infra.CompanyEvents;
using Engagement.Infra.Configuration;
using Engagement.Infra.Platforms.Pinpoint;
using Engagement.Infra.Platforms.Pinpoint.Provisioning;
using Engagement.Infra.Platforms.Pinpoint.Reminders;

namespace Engagement.Infra.Reminders;

/// <summary>What reminders are made of.</summary>
internal sealed record RemindersArgs
{
    public required Settings Settings { get; init; }

    public required DefinitionSet Definitions { get; init; }

    public required PinpointApp Pinpoint { get; init; }

    public required PinpointProvisioner Provisioner { get; init; }

    /// <summary>Who can be told what.</summary>
    public required Audience Audience { get; init; }
}
