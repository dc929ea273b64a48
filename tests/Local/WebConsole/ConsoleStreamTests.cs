using System.Net.ServerSentEvents;
using System.Text.Json;
using Local.Tests.Http;

namespace Local.Tests.WebConsole;

public sealed class ConsoleStreamTests
{
    private static readonly string[] Change = ["POST", "/_local/faults", """{"service":"sqs","delay":"PT0.001S"}"""];

    [Fact]
    public async Task It_says_the_state_at_once_and_again_when_something_has_changed()
    {
        await using var cloud = await ServedCloud.StartAsync();
        await using var stream = await StateStream.OpenAsync(cloud);
        var first = await stream.NextAsync();
        using var answer = await cloud.SendAsync(Change[0], Change[1], Change[2], ("Content-Type", "application/json"));
        var second = await stream.NextAsync();

        Assert.True(first.Data.GetProperty("isUp").GetBoolean());
        Assert.Equal(0, Version(first, "faults"));
        Assert.Equal(1, Version(second, "faults"));
    }

    [Fact]
    public async Task One_that_was_away_hears_at_once_what_has_changed_meanwhile()
    {
        await using var cloud = await ServedCloud.StartAsync();
        await using (var stream = await StateStream.OpenAsync(cloud))
        {
            Assert.Equal(0, Version(await stream.NextAsync(), "faults"));
        }

        using var answer = await cloud.SendAsync(Change[0], Change[1], Change[2], ("Content-Type", "application/json"));
        await using var back = await StateStream.OpenAsync(cloud);
        Assert.Equal(1, Version(await back.NextAsync(), "faults"));
    }

    [Fact]
    public async Task Until_the_stack_is_up_it_says_so()
    {
        await using var cloud = await ServedCloud.StartAsync(open: false);
        await using var stream = await StateStream.OpenAsync(cloud);
        Assert.False((await stream.NextAsync()).Data.GetProperty("isUp").GetBoolean());
        cloud.Server.Open();
        Assert.True((await stream.NextAsync()).Data.GetProperty("isUp").GetBoolean());
    }

    private static long Version(SseItem<JsonElement> state, string topic) =>
        state.Data.GetProperty("versions").GetProperty(topic).GetInt64();
}
