using System.Text.Json;
using Infra.Tests.PulumiSdk;
using Infra.Tests.StackProgram;

namespace Infra.Tests.Journeys;

/// <summary>What the program declares for customers' journeys on Pinpoint.</summary>
[Collection(ProcessEnvironment.Name)]
public sealed class PinpointJourneyResourcesTests
{
    private static readonly string[] Names = ["abandoned_cart", "onboarding", "review", "thank_you", "welcome", "win_back"];

    [Fact]
    public async Task Each_journey_is_a_resource_that_shows_its_activities()
    {
        var declared = (await RecordingEngine.RunAsync()).Of("aws:lambda/invocation:Invocation")
            .Where(each => each.Name.StartsWith("journey-", StringComparison.Ordinal))
            .ToDictionary(each => each.Name, each => JsonElement.Parse(each.Text("input")).GetProperty("definition"));

        Assert.Equal(Names.Select(name => $"journey-{name}"), declared.Keys.Order(StringComparer.Ordinal));
        Assert.All(declared.Values, journey => Assert.InRange(journey.GetProperty("activities").EnumerateObject().Count(), 3, 40));
        var welcome = declared["journey-welcome"];
        Assert.Equal("newsletter_signup", welcome.GetProperty("eventType").GetString());
        Assert.Equal("ask0", welcome.GetProperty("startActivity").GetString());
        Assert.Matches("^welcome/[0-9a-f]{12}/0$", welcome.GetProperty("activities").GetProperty("ask0").GetProperty("data").GetString());
        Assert.Equal("dev-welcome", welcome.GetProperty("activities").GetProperty("send0").GetProperty("template").GetString());
        Assert.Equal("P3D", welcome.GetProperty("activities").GetProperty("wait1").GetProperty("for").GetString());
        // The wait of three days, and a day each by which the event and both messages may be late, and a minute.
        Assert.Equal("P6DT1M", welcome.GetProperty("drainFor").GetString());
        Assert.Equal("metric", declared["journey-review"].GetProperty("where")[0].GetProperty("subject").GetString());
    }

    [Fact]
    public async Task Function_that_journeys_ask_is_theirs_alone_to_call_and_may_touch_no_other_table()
    {
        var stack = await RecordingEngine.RunAsync();

        var permission = Assert.Single(
            stack.Of("aws:lambda/permission:Permission"), each => each.Name == "ask-journey-permission");
        Assert.Equal("pinpoint.eu-west-1.amazonaws.com", permission.Text("principal"));
        Assert.EndsWith("/journeys/*", permission.Text("sourceArn"), StringComparison.Ordinal);
        Assert.Equal(["KeepJourneyHistory", "MoveCustomers", "ReadJourneys", "WriteLog"], StatementsOf(stack, "ask-journey-policy"));
    }

    [Fact]
    public async Task Function_that_tends_journeys_runs_each_hour_and_touches_journeys_alone()
    {
        var stack = await RecordingEngine.RunAsync();

        var rule = Assert.Single(stack.Of("aws:cloudwatch/eventRule:EventRule"), each => each.Name == "tend-journeys-schedule");
        Assert.Equal("rate(1 hour)", rule.Text("scheduleExpression"));
        Assert.Equal(["CancelJourneys", "ManageJourneys", "RenewJourneys", "WriteLog"], StatementsOf(stack, "tend-journeys-policy"));
    }

    private static IEnumerable<string?> StatementsOf(RecordingEngine stack, string policy) =>
        JsonElement.Parse(Assert.Single(stack.Of("aws:iam/rolePolicy:RolePolicy"), each => each.Name == policy).Text("policy"))
            .GetProperty("Statement").EnumerateArray()
            .Select(statement => statement.GetProperty("Sid").GetString())
            .Order(StringComparer.Ordinal);
}
