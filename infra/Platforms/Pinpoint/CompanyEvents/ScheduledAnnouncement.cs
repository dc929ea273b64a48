using Engagement.CompanyEvents;
using Engagement.Definitions.Announcements;
using Engagement.Infra.Platforms.Pinpoint.Provisioning;
using Engagement.Pinpoint.Provisioning;
using Pulumi;

namespace Engagement.Infra.Platforms.Pinpoint.CompanyEvents;

/// <summary>The campaigns of an announcement that no event starts: the stack itself declares them.</summary>
internal sealed class ScheduledAnnouncement : ComponentResource
{
    public ScheduledAnnouncement(
        string name, PinpointParts parts, Announcement announcement, CampaignHook filter, ComponentResourceOptions? options = null)
        : base("engagement:companyEvents:ScheduledAnnouncement", name, options)
    {
        foreach (var planned in CampaignPlan.FromSchedule(announcement))
        {
            Create($"{name}-{planned.Identity.Campaign}", parts, planned, filter);
        }

        RegisterOutputs();
    }

    private void Create(string name, PinpointParts parts, PlannedCampaign planned, CampaignHook filter)
    {
        var (segment, template) = (parts.Audience.Segments[planned.Segment], parts.Audience.Templates[planned.Template].Template);
        _ = new PinpointResource<CampaignDeclaration>(name, PinpointResourceTypes.Campaign, new()
        {
            Provisioner = parts.Provisioner,
            Name = planned.Identity.Name,
            Definition = Output.Tuple(segment.Id, template.TemplateName, filter.Hook.Function.Arn).Apply(ids => new CampaignDeclaration
            {
                DisplayName = planned.Identity.Name,
                SegmentId = ids.Item1,
                Template = ids.Item2,
                From = parts.From,
                HookArn = ids.Item3,
                Start = planned.Due,
                Tags = planned.Identity.Tags,
            }),
            DependsOn = { filter.Permission, template },
        }, new ComponentResourceOptions { Parent = this });
    }
}
