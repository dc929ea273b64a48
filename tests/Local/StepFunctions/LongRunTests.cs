using System.Text.Json.Nodes;
using Engagement.Definitions.Announcements;
using Engagement.Infra.CompanyEvents;
using Engagement.Infra.Platforms;
using Engagement.Infra.StateMachines;
using Engagement.Local.Aws;

namespace Local.Tests.StepFunctions;

/// <summary>An announcement's state machine, as it is deployed on SES, while a campaign takes long.</summary>
public sealed class LongRunTests : IDisposable
{
    // All that an execution's history holds: "Quotas related to state machine executions" in the Step Functions developer guide.
    private const int History = 25_000;
    private const int MostCampaigns = 40;

    // Of Wait, Task, Choice and Pass.
    private const int EventsOfAPoll = 11;

    private readonly StatesCloud cloud = new();

    public void Dispose() => cloud.Dispose();

    [Theory]
    [InlineData(0.01)]
    [InlineData(16)]
    [InlineData(18)]
    [InlineData(100)]
    [InlineData(13.9 * 24)]
    public async Task A_campaign_that_ends_within_two_weeks_is_not_reported_failed_however_long_it_takes(double hours)
    {
        var execution = await RunAsync(TimeSpan.FromHours(hours), TimeSpan.FromDays(16));

        Assert.Equal("SUCCEEDED", (string?)execution["status"]);
        Assert.Empty(Told);
        Assert.Equal(["COMPLETED"], Outcomes);
    }

    [Fact]
    public async Task One_that_takes_longer_is_told_of_with_the_state_that_it_is_in()
    {
        var execution = await RunAsync(TimeSpan.FromDays(30), TimeSpan.FromDays(16));

        Assert.Equal(("FAILED", "CampaignsFailed"), ((string?)execution["status"], (string?)execution["error"]));
        Assert.Single(Told);
        Assert.Equal(["SENDING"], Outcomes);
    }

    [Fact]
    public async Task Its_history_has_room_for_all_campaigns_that_an_announcement_may_have()
    {
        await RunAsync(TimeSpan.FromDays(30), TimeSpan.FromDays(16));

        Assert.InRange(Asked("GetItem") * EventsOfAPoll * MostCampaigns, 1, History / 2 + 1_000);
    }

    private IEnumerable<string> Told => cloud.Calls.Where(call => call.SigningName == "sns").Select(call => call.Request.Path);

    private IEnumerable<string?> Outcomes =>
        from call in cloud.Calls
        where Operation(call.Request) == "UpdateItem"
        let outcome = JsonNode.Parse(call.Request.Body.Span)!["ExpressionAttributeValues"]?[":outcome"]
        where outcome is not null
        select (string?)outcome["S"];

    private int Asked(string operation) => cloud.Calls.Count(call => Operation(call.Request) == operation);

    private async Task<JsonObject> RunAsync(TimeSpan sending, TimeSpan patience)
    {
        var end = cloud.Clock.GetUtcNow() + sending;
        cloud.Answer = (request, _) => AwsResponse.Text(200, "application/json", Operation(request) != "GetItem" ? "{}"
            : cloud.Clock.GetUtcNow() < end ? Run("SENDING")
            : Run("COMPLETED"));
        cloud.Deploy(Definition());
        cloud.Start("""{"detail":{"id":"r1","expiresAt":1800000000,"attributes":{"version":"4.2"}}}""");
        await cloud.Clock.AdvanceAsync(patience, CancellationToken.None);
        return cloud.Describe();
    }

    private static string Definition()
    {
        var announcement = AnnouncementCatalog.Parse(
            """
            announcements:
              release:
                attributes: [version]
                via: stepFunctions
                campaigns:
                  - { name: all, segment: everyone, template: release }
            """,
            "announcements.yaml").Announcements[0];
        var groups = StateMachineTemplate.Read("Platforms/Ses/CompanyEvents/CampaignStates.asl.json").Fill(new() { ["table"] = "runs" });
        return AnnouncementDefinition.Write(announcement, "ledger", "arn:aws:sns:eu-west-1:000000000000:failures", new()
        {
            Create = groups["create"]!.AsObject(),
            Find = groups["find"]!.AsObject(),
            Follow = groups["follow"]!.AsObject(),
            Targets = new Dictionary<string, CampaignReferences> { ["all"] = new("everyone", "release") },
        });
    }

    private static string Run(string state) =>
        new JsonObject { ["Item"] = new JsonObject { ["state"] = new JsonObject { ["S"] = state } } }.ToJsonString();

    private static string Operation(AwsRequest request) => request.Headers.GetValueOrDefault("X-Amz-Target")?.Split('.')[^1] ?? "";
}
