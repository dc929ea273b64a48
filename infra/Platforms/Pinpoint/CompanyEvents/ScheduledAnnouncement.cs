using Engagement.CompanyEvents;
using Engagement.Definitions.Announcements;
using Engagement.Infra.Platforms.Pinpoint.Provisioning;
using Engagement.Provisioning;
using Pulumi;
using Aws = Pulumi.Aws;

namespace Engagement.Infra.Platforms.Pinpoint.CompanyEvents;

/// <summary>What a <see cref="ScheduledAnnouncement"/> is made of.</summary>
internal sealed record ScheduledAnnouncementArgs
{
    public required Announcement Announcement { get; init; }

    public required PinpointProvisioner Provisioner { get; init; }

    public required Audience Audience { get; init; }

    /// <summary>The campaigns' hook.</summary>
    public required Aws.Lambda.Function Hook { get; init; }

    /// <summary>Pinpoint's permission to call it.</summary>
    public required Aws.Lambda.Permission Permission { get; init; }

    /// <summary>Sender; null for that of the e-mail channel.</summary>
    public required string? From { get; init; }
}

/// <summary>The campaigns of an announcement that no event starts: the stack itself declares them.</summary>
internal sealed class ScheduledAnnouncement : ComponentResource
{
    public ScheduledAnnouncement(string name, ScheduledAnnouncementArgs args, ComponentResourceOptions? options = null)
        : base("engagement:companyEvents:ScheduledAnnouncement", name, options)
    {
        Campaigns = [.. CampaignPlan.OfSchedule(args.Announcement).Select(planned => Create($"{name}-{planned.Identity.Campaign}", args, planned))];
        RegisterOutputs();
    }

    public IReadOnlyList<PinpointCampaign> Campaigns { get; }

    private PinpointCampaign Create(string name, ScheduledAnnouncementArgs args, PlannedCampaign planned) => new(
        name,
        new()
        {
            Provisioner = args.Provisioner,
            Name = planned.Identity.Name,
            Definition = Output.Tuple(args.Audience.Segments[planned.Segment].Id, args.Audience.Templates[planned.Template].Template.TemplateName, args.Hook.Arn).Apply(ids => new CampaignDeclaration
            {
                DisplayName = planned.Identity.Name,
                SegmentId = ids.Item1,
                Template = ids.Item2,
                From = args.From,
                HookArn = ids.Item3,
                Start = planned.Due,
                Tags = planned.Identity.Tags,
            }),
            DependsOn = { args.Permission, args.Audience.Templates[planned.Template].Template },
        },
        new ComponentResourceOptions { Parent = this });
}
