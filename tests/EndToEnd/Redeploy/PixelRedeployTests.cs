using System.Net;

namespace EndToEnd.Tests.Redeploy;

/// <summary>The pixel while the stack is deployed again.</summary>
public sealed class PixelRedeployTests
{
    [Fact]
    public async Task Deploying_what_stands_already_does_nothing_at_all()
    {
        await using var environment = await EditableEnvironment.StartAsync();
        var before = (await environment.Dev.GetAsync("calls")).GetArrayLength();
        var outputs = (await environment.Dev.GetAsync("outputs")).GetRawText();

        var again = await environment.DeployAsync();

        Assert.Null(again.Error);
        Assert.Empty(again.Steps);
        Assert.Equal(before, (await environment.Dev.GetAsync("calls")).GetArrayLength());
        Assert.Equal(outputs, (await environment.Dev.GetAsync("outputs")).GetRawText());
    }

    [Fact]
    public async Task A_new_event_is_accepted_after_the_deployment_and_no_request_is_lost_meanwhile()
    {
        await using var environment = await EditableEnvironment.StartAsync();
        environment.Edit("events.yaml", "  newsletter_signup:", "  brochure_requested:\n    identity: anonymous\n  newsletter_signup:");
        using var earlier = await environment.Dev.LoadAsync(("event", "brochure_requested"), ("endpoint_id", "reader"));
        await environment.Dev.AdvanceAsync("PT1M");

        var deploying = environment.DeployAsync();
        var fired = await FireUntilAsync(environment.Dev, deploying);
        var deployed = await deploying;
        using var later = await environment.Dev.LoadAsync(("event", "brochure_requested"), ("endpoint_id", "reader"));
        await environment.Dev.AdvanceAsync("PT1M");

        Assert.Null(deployed.Error);
        Assert.Equal(
            ["Updated record-pixel-events"],
            deployed.Steps.Where(step => step.EndsWith("record-pixel-events", StringComparison.Ordinal)));
        Assert.True(fired > 0);
        Assert.Equal(
            "brochure_requested",
            Assert.Single(await environment.Dev.EventsOfAsync("reader")).GetProperty("eventType").GetString());
        Assert.Equal(fired, (await environment.Dev.EventsOfAsync("visitor")).Count);
        var conservation = await environment.Dev.GetAsync("conservation");
        Assert.Equal((0, 0), (conservation.GetProperty("unaccounted").GetInt32(), conservation.GetProperty("recordedTwice").GetInt32()));
    }

    [Fact]
    public async Task Everything_can_go_and_goes_when_nothing_is_declared_any_more()
    {
        await using var environment = await EditableEnvironment.StartAsync();
        environment.Dev.Cloud.Program = (_, _, _) => Task.CompletedTask;

        var deployed = await environment.DeployAsync();

        Assert.Null(deployed.Error);
        Assert.All(deployed.Steps, step => Assert.StartsWith("Deleted ", step, StringComparison.Ordinal));
        Assert.Equal("[]", (await environment.Dev.GetAsync("resources")).GetRawText());
        Assert.Equal("[]", (await environment.Dev.GetAsync("queues")).GetRawText());
        Assert.Equal("{}", (await environment.Dev.GetAsync("outputs")).GetRawText());
    }

    private static async Task<int> FireUntilAsync(DevEnvironment environment, Task end)
    {
        var fired = 0;
        do
        {
            using var answer = await environment.LoadAsync(("event", "newsletter_signup"), ("endpoint_id", "visitor"));
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            fired++;
            if (fired % 20 == 0)
            {
                await environment.AdvanceAsync("PT5S");
            }
        }
        while (!end.IsCompleted);

        return fired;
    }
}
