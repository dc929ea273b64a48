using System.Text.Json;

namespace EndToEnd.Tests.CompanyEvents;

/// <summary>What becomes of company events when something fails that nobody is looking at.</summary>
public sealed class OverdueTests(DevEnvironment environment) : IClassFixture<DevEnvironment>
{
    [Fact]
    public async Task Event_whose_journey_never_calls_is_launched_by_the_check_and_what_cannot_be_launched_raises_the_alarm()
    {
        var journeys = (await environment.PinpointAsync(HttpMethod.Get, "journeys")).GetProperty("Item").EnumerateArray();
        var journey = journeys
            .Single(each => each.GetProperty("Name").GetString()!.Contains("feature_release", StringComparison.Ordinal))
            .GetProperty("Id")
            .GetString();
        await environment.PinpointAsync(HttpMethod.Put, $"journeys/{journey}/state", new { State = "CANCELLED" });

        var launched = await environment.MetricAsync("CampaignsLaunched");
        await environment.PublishAsync(
            "feature_release",
            "forgotten",
            new { feature = "Maps", version = "4.2", url = "https://www.example.com/maps" });
        await environment.AdvanceAsync("PT11M");
        Assert.Equal(launched + 3, await environment.MetricAsync("CampaignsLaunched"));
        Assert.Equal(1, await environment.MetricAsync("CompanyEventsCaughtUp"));

        await environment.DisturbAsync(new { service = "pinpoint", operation = "CreateCampaign", error = "ForbiddenException" });
        await environment.PublishAsync(
            "feature_release",
            "refused",
            new { feature = "Maps", version = "4.3", url = "https://www.example.com/maps" });
        await environment.AdvanceAsync("PT14M");
        Assert.Equal(0, await environment.MetricAsync("CompanyEventsOverdue"));
        await environment.AdvanceAsync("PT6M");
        Assert.NotEqual(0, await AlarmedAsync("CompanyEventsOverdue"));
        Assert.Equal(launched + 3, await environment.MetricAsync("CampaignsLaunched"));

        await environment.CalmAsync();
        await environment.AdvanceAsync("PT6M");
        Assert.Equal(launched + 6, await environment.MetricAsync("CampaignsLaunched"));
    }

    [Fact]
    public async Task Event_that_cannot_be_published_waits_in_the_dead_letter_queue_and_can_be_sent_again()
    {
        var attributes = new { starts_at = "10:00", duration = "an hour", url = "https://www.example.com/status" };
        await environment.AdvanceAsync("PT10M");
        var executions = (await environment.GetAsync("executions")).GetArrayLength();
        await environment.DisturbAsync(new { service = "dynamodb", operation = "PutItem", error = "InternalServerError" });
        await environment.PublishAsync("system_update", "update-1", attributes);
        await environment.AdvanceAsync("PT4M");
        await environment.CalmAsync();

        var queues = (await environment.GetAsync("queues")).EnumerateArray();
        Assert.Equal(
            1,
            queues
                .Single(queue => queue.GetProperty("name").GetString()!.StartsWith("publish-company-event-dlq", StringComparison.Ordinal))
                .GetProperty("visible")
                .GetInt32());
        Assert.Equal(executions, (await environment.GetAsync("executions")).GetArrayLength());
        await environment.PublishAsync("system_update", "update-1", attributes);
        await environment.AdvanceAsync("PT10M");
        Assert.Equal(
            "SUCCEEDED",
            Assert.Single((await environment.GetAsync("executions")).EnumerateArray()).GetProperty("status").GetString());
    }

    /// <summary>Sum of a metric over exactly what the alarm on it watches.</summary>
    private async Task<double> AlarmedAsync(string metric)
    {
        var alarm = (await environment.GetAsync("resources")).EnumerateArray()
            .Where(resource => resource.GetProperty("type").GetString() == "aws:cloudwatch/metricAlarm:MetricAlarm")
            .Select(resource => resource.GetProperty("inputs"))
            .Single(inputs => inputs.TryGetProperty("metricName", out var name) && name.GetString() == metric);
        return await environment.MetricAsync(
            metric,
            [.. alarm.GetProperty("dimensions").EnumerateObject().Select(dimension => (dimension.Name, dimension.Value.GetString()!))]);
    }
}
