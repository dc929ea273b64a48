using Engagement.Definitions.Announcements;
using Engagement.Definitions.Topics;
using Engagement.Infra.Iam;
using Engagement.Infra.Platforms.Pinpoint.Provisioning;
using Engagement.Pinpoint.Campaigns;
using Pulumi;
using Aws = Pulumi.Aws;

namespace Engagement.Infra.Platforms.Pinpoint;

/// <summary>What campaigns and reminders share on Pinpoint.</summary>
internal sealed record PinpointParts
{
    public required PlatformArgs Args { get; init; }

    public required PinpointSettings Settings { get; init; }

    public required Aws.Pinpoint.App App { get; init; }

    /// <summary>Makes the resources that Pulumi has no types for.</summary>
    public required PinpointProvisioner Provisioner { get; init; }

    /// <summary>Segments and templates.</summary>
    public required PinpointAudience Audience { get; init; }

    /// <summary>Lets a function or a state machine create campaigns, and look for those that an earlier attempt created.</summary>
    public IReadOnlyList<Statement> CreateCampaigns =>
    [
        new("FindCampaigns") { Actions = ["mobiletargeting:GetCampaigns"], Resources = [App.Arn] },
        new("CreateCampaigns") { Actions = ["mobiletargeting:CreateCampaign"], Resources = [Output.Format($"{App.Arn}/campaigns")] },
    ];

    /// <summary>The type of an announcement's text messages.</summary>
    public string TextTypeOf(Announcement announcement) =>
        TextType.From(Args.Definitions.Topics.Get(announcement.Topic ?? Topic.Announcements).Kind);

    /// <summary>Sender of messages; null for that of the e-mail channel.</summary>
    public string? From => Settings.Email?.FromAddress;
}
