using Engagement.Definitions;
using Engagement.Infra.Configuration;
using Engagement.Infra.Gateway;
using Engagement.Infra.Pixel;
using Engagement.Infra.Platforms.Pinpoint;
using Engagement.Infra.Platforms.Pinpoint.CompanyEvents;
using Engagement.Infra.Platforms.Pinpoint.Provisioning;

namespace Engagement.Infra.CompanyEvents;

/// <summary>What company events are made of.</summary>
internal sealed record CompanyEventsArgs
{
    public required Settings Settings { get; init; }

    public required DefinitionSet Definitions { get; init; }

    public required PinpointApp Pinpoint { get; init; }

    public required PinpointProvisioner Provisioner { get; init; }

    /// <summary>API Gateway's role for logs, which the route's stage has to wait for; null where another stack of the account has it.</summary>
    public required GatewayAccount? GatewayAccount { get; init; }

    /// <summary>Who can be told what.</summary>
    public required Audience Audience { get; init; }
}
