using System.Net;

namespace EndToEnd.Tests.Truth;

/// <summary>What a missing permission of the recorder looks like to the operator who has to find it.</summary>
public sealed class DenialTests
{
    [Fact]
    public async Task What_may_not_be_recorded_ends_in_the_dead_letter_queue_and_the_alarm_and_the_call_log_tell_of_it()
    {
        await using var environment = await RunningEnvironment.StartAsync();
        var dev = environment.Dev;
        var role = dev.Cloud.Roles.All.Single(role => role.Name.StartsWith("record-pixel-events", StringComparison.Ordinal));
        Assert.True(dev.Cloud.Roles.Revoke(role.Arn, role.Policies.Single().Name, "RecordEvents"));

        using var response = await dev.LoadAsync(("event", "newsletter_signup"), ("endpoint_id", "denied"));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        await dev.AdvanceAsync("PT2H");

        Assert.Empty(await dev.EventsOfAsync("denied"));
        var deadLetters = (await dev.GetAsync("queues"))
            .EnumerateArray()
            .Single(queue => queue.GetProperty("deadLetterOf").GetString()?.StartsWith("pixel-queue", StringComparison.Ordinal) == true);
        Assert.Equal(1, deadLetters.GetProperty("visible").GetInt32());
        Assert.Equal(
            1,
            await dev.MetricAsync("ApproximateNumberOfMessagesVisible", ("QueueName", deadLetters.GetProperty("name").GetString()!)));
        Assert.Equal(1, (await dev.GetAsync("conservation")).GetProperty("deadLettered").GetInt32());
        Assert.Equal(0, (await dev.GetAsync("conservation")).GetProperty("unaccounted").GetInt32());

        var denied = (await dev.GetAsync("calls")).EnumerateArray().First(call => !call.GetProperty("allowed").GetBoolean());
        Assert.Equal("PutEvents", denied.GetProperty("operation").GetString());
        Assert.Equal(role.Arn, denied.GetProperty("principal").GetString());
        Assert.Equal(403, denied.GetProperty("status").GetInt32());
        Assert.Contains(
            "no identity-based policy allows the mobiletargeting:PutEvents action",
            denied.GetProperty("denial").GetString(),
            StringComparison.Ordinal);
    }
}
