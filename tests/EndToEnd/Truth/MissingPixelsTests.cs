namespace EndToEnd.Tests.Truth;

/// <summary>The sum that an operator has in AWS, too: what was stored is recorded, rejected, waits, or was given up.</summary>
public sealed class MissingPixelsTests
{
    private const string Alarm = "pixel-missing";

    [Fact]
    public async Task The_sum_agrees_while_pixels_wait_and_are_given_up_and_the_alarm_rings_once_a_queue_is_purged()
    {
        await using var environment = await RunningEnvironment.StartAsync();
        var dev = environment.Dev;
        await GeneratedTraffic.FireAsync(dev, rounds: 1, requestsARound: 40, seed: 1);
        await dev.AdvanceAsync("PT1M");
        Assert.True(await dev.MetricAsync("EventsRejected", ("Stack", "dev")) > 0);
        await AssertQuietAsync(dev);

        await dev.DisturbAsync(new { service = "pinpoint", operation = "PutEvents", error = "TooManyRequestsException" });
        await FireAsync(dev, "waiting");
        await AssertQuietAsync(dev);
        await dev.AdvanceAsync("PT3H");
        Assert.Equal(40, (await dev.GetAsync("conservation")).GetProperty("deadLettered").GetInt32());
        await AssertQuietAsync(dev);

        await FireAsync(dev, "purged");
        // The function has had them once.
        await dev.AdvanceAsync("PT1M");
        await PurgeAsync(dev);
        await dev.CalmAsync();
        await dev.AdvanceAsync("PT1H");

        var (value, threshold) = await AlarmValue.ReadAsync(dev, Alarm);
        Assert.True(value > threshold, $"{value} are missing, and the alarm rings above {threshold}.");
        Assert.Equal(40, (await dev.GetAsync("conservation")).GetProperty("unaccounted").GetInt32());
    }

    private static async Task AssertQuietAsync(DevEnvironment dev)
    {
        var (value, threshold) = await AlarmValue.ReadAsync(dev, Alarm);
        Assert.True(value <= threshold, $"{value} are missing, and the alarm rings above {threshold}.");
    }

    private static async Task FireAsync(DevEnvironment dev, string name)
    {
        for (var number = 0; number < 40; number++)
        {
            using var stored = await dev.LoadAsync(("event", "newsletter_signup"), ("endpoint_id", $"{name}-{number}"));
            Assert.True(stored.IsSuccessStatusCode);
        }
    }

    private static async Task PurgeAsync(DevEnvironment dev)
    {
        var queue = dev.Cloud.Graph.Find("aws:sqs/queue:Queue", "pixel-queue")!.Id;
        await dev.CallAsync(HttpMethod.Post, "/", "sqs", $$"""{"QueueUrl":"{{queue}}"}""", "AmazonSQS.PurgeQueue");
    }
}
