using System.Text.Json.Nodes;
using Engagement.CompanyEvents;
using Engagement.Definitions.Announcements;
using Engagement.Infra.Iam;
using Engagement.Infra.StateMachines;
using Engagement.Pinpoint.Campaigns;
using Pulumi;

namespace Engagement.Infra.Platforms.Pinpoint.CompanyEvents;

/// <summary>How a state machine launches campaigns on Pinpoint: <c>CampaignStates.asl.json</c>, with its placeholders filled in.</summary>
internal static class PinpointCampaignSteps
{
    private static readonly StateMachineTemplate Template =
        StateMachineTemplate.Read("Platforms/Pinpoint/CompanyEvents/CampaignStates.asl.json");

    public static CampaignSteps Create(Announcement announcement, PinpointParts parts, AudienceFunctions filter) => new()
    {
        States = Output.Tuple(parts.App.ApplicationId, filter.Hook.Function.Arn, Targets(announcement, parts.Audience))
            .Apply(known => States(announcement, parts, known.Item1, known.Item2, known.Item3)),
        Statements =
        [
            .. parts.CreateCampaigns,
            // Pinpoint chooses the ids of campaigns.
            new Statement("FollowCampaigns")
            {
                Actions = ["mobiletargeting:GetCampaign"],
                Resources = [Output.Format($"{parts.App.Arn}/campaigns/*")],
            },
        ],
        // A campaign fails whose hook Pinpoint may not call.
        DependsOn = [filter.Permission],
    };

    private static CampaignStates States(
        Announcement announcement,
        PinpointParts parts,
        string applicationId,
        string hookArn,
        IReadOnlyDictionary<string, CampaignReferences> targets)
    {
        var groups = Template.Fill(new()
        {
            ["applicationId"] = applicationId,
            ["request"] = Request(announcement, parts, hookArn).ToStateMachineJson(),
        });
        return new() { Create = Group("create"), Find = Group("find"), Follow = Group("follow"), Targets = targets };

        JsonObject Group(string name) => groups[name]!.AsObject();
    }

    // What differs from campaign to campaign and from event to event is a path into the state's input.
    private static CampaignRequest Request(Announcement announcement, PinpointParts parts, string hookArn)
    {
        // The same for all of its campaigns: the definitions are held to that.
        var channels = parts.Audience.Templates[announcement.Campaigns[0].Template].Channels;
        return new()
        {
            Name = "$.name",
            SegmentId = "$.campaign.segmentId",
            Templates = CampaignRequest.TemplatesOf("$.campaign.template", channels),
            TextType = channels.Contains(Channel.Sms) ? parts.TextTypeOf(announcement) : null,
            HookArn = hookArn,
            Tags = new CampaignIdentity { Announcement = announcement.Name, Campaign = "$.campaign.name", EventId = "$.eventId" }.Tags,
        };
    }

    // The templates are waited for, so that no campaign names one that is not there yet.
    private static Output<IReadOnlyDictionary<string, CampaignReferences>> Targets(Announcement announcement, PinpointAudience audience) =>
        Output.Tuple(
            Output.All(announcement.Campaigns.Select(campaign => audience.Segments[campaign.Segment].Id)),
            Output.All(announcement.Campaigns.SelectMany(campaign => Names(audience.Templates[campaign.Template]))))
        .Apply(known => (IReadOnlyDictionary<string, CampaignReferences>)announcement.Campaigns.Zip(known.Item1).ToDictionary(
            each => each.First.Name,
            each => new CampaignReferences(each.Second, PinpointEmailTemplate.NameOf(each.First.Template)),
            StringComparer.Ordinal));

    private static IEnumerable<Output<string?>> Names(PinpointTemplate template) => [template.EmailName, template.SmsName];
}
