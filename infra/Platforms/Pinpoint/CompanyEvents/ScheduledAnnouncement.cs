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
        string name, PinpointParts parts, Announcement announcement, AudienceFunctions filter, ComponentResourceOptions? options = null)
        : base("engagement:companyEvents:ScheduledAnnouncement", name, options)
    {
        foreach (var planned in CampaignPlan.FromSchedule(announcement))
        {
            Create($"{name}-{planned.Identity.Campaign}", parts, announcement, planned, filter);
        }

        RegisterOutputs();
    }

    private void Create(
        string name, PinpointParts parts, Announcement announcement, PlannedCampaign planned, AudienceFunctions filter)
    {
        var (segment, template) = (parts.Audience.Segments[planned.Segment], parts.Audience.Templates[planned.Template]);
        _ = new PinpointResource<CampaignDeclaration>(name, PinpointResourceTypes.Campaign, new()
        {
            Provisioner = parts.Provisioner,
            Name = planned.Identity.Name,
            Definition = Output.Tuple(
                segment.Id, template.EmailName, template.SmsName, filter.Hook.Function.Arn).Apply(ids => new CampaignDeclaration
                {
                    DisplayName = planned.Identity.Name,
                    SegmentId = ids.Item1,
                    Template = ids.Item2,
                    SmsTemplate = ids.Item3,
                    TextType = template.Sms is null ? null : parts.TextTypeOf(announcement),
                    From = template.Email is null ? null : parts.From,
                    HookArn = ids.Item4,
                    Start = planned.Due,
                    Tags = planned.Identity.Tags,
                }),
            DependsOn = new Resource[] { filter.Permission }.Concat(template.Resources).ToArray(),
        }, new ComponentResourceOptions { Parent = this });
    }
}
