using System.Text.Json.Nodes;
using Engagement.Definitions.Announcements;
using Engagement.Infra.Iam;
using Engagement.Infra.Platforms.Ses.Sending;
using Engagement.Infra.StateMachines;
using Pulumi;

namespace Engagement.Infra.Platforms.Ses.CompanyEvents;

/// <summary>
/// How a state machine launches campaigns on SES: <c>CampaignStates.asl.json</c>, with its placeholders filled in. It writes down a run
/// that is due now, which the next sweep starts, and reads how far the run has come.
/// </summary>
internal static class SesCampaignSteps
{
    private static readonly StateMachineTemplate Template =
        StateMachineTemplate.Read("Platforms/Ses/CompanyEvents/CampaignStates.asl.json");

    public static CampaignSteps Create(Announcement announcement, SendingStore store) => new()
    {
        States = store.Runs.Name.Apply(table => States(announcement, table)),
        Statements = [new("LaunchRuns") { Actions = ["dynamodb:GetItem", "dynamodb:PutItem"], Resources = [store.Runs.Arn] }],
        DependsOn = [],
    };

    private static CampaignStates States(Announcement announcement, string table)
    {
        var groups = Template.Fill(new() { ["table"] = table });
        return new() { Create = Group("create"), Find = Group("find"), Follow = Group("follow"), Targets = Targets(announcement) };

        JsonObject Group(string name) => groups[name]!.AsObject();
    }

    // Segments and templates have no other names here than in the definitions.
    private static Dictionary<string, CampaignReferences> Targets(Announcement announcement) => announcement.Campaigns.ToDictionary(
        campaign => campaign.Name,
        campaign => new CampaignReferences(campaign.Segment, campaign.Template),
        StringComparer.Ordinal);
}
