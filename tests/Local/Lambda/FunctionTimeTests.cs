using System.Text;
using System.Text.Json.Nodes;
using Engagement.Local.Clock;
using Engagement.Local.Lambda;
using Engagement.Local.Resources;

namespace Local.Tests.Lambda;

/// <summary>What a function takes for the time; the fixture asks <see cref="TimeProvider.System"/>, as every handler does.</summary>
public sealed class FunctionTimeTests : LambdaTests
{
    [Fact]
    public async Task Function_sees_the_instant_at_which_the_clock_stands_and_follows_it_while_it_lives()
    {
        await DeployAsync();
        var first = await TimesAsync();
        Assert.Equal(Clock.GetUtcNow(), first.Now);

        await Clock.AdvanceAsync(TimeSpan.FromDays(10), CancellationToken.None);

        var second = await TimesAsync();
        Assert.Equal(first.Process, second.Process);
        Assert.Equal(first.Now + TimeSpan.FromDays(10), second.Now);
    }

    [Fact]
    public async Task Function_that_is_called_within_an_advance_sees_the_instant_of_its_call()
    {
        await DeployAsync();
        Task<(int Process, DateTimeOffset Now, DateTimeOffset Machine)>? call = null;
        await using var timer = Clock.CreateTimer(_ => call = TimesAsync(), null, TimeSpan.FromHours(1), Timeout.InfiniteTimeSpan);

        var start = Clock.GetUtcNow();
        await Clock.AdvanceAsync(TimeSpan.FromDays(10), CancellationToken.None);

        Assert.Equal(start + TimeSpan.FromHours(1), (await call!).Now);
    }

    [Fact]
    public async Task What_is_not_asked_of_the_time_provider_stays_the_machines()
    {
        await DeployAsync();
        var before = DateTimeOffset.UtcNow;
        Assert.InRange((await TimesAsync()).Machine, before, DateTimeOffset.UtcNow);
    }

    [Fact]
    public async Task Clock_that_runs_and_was_never_moved_changes_nothing_and_one_that_was_runs_on_ahead()
    {
        var clock = VirtualClock.Running();
        await using var functions = new LambdaService(Cloud with { Clock = clock }, Door, new TrustingRoles(), Credentials, Logs);
        await functions.ResourceTypes["aws:lambda/function:Function"](
            new ResourceRequest("aws:lambda/function:Function", "echo", Map(Defaults())), CancellationToken.None);

        var first = await TimesAsync(functions);
        Assert.InRange(first.Machine - first.Now, TimeSpan.Zero, TimeSpan.FromSeconds(1));
        await clock.AdvanceAsync(TimeSpan.FromDays(10), CancellationToken.None);
        var second = await TimesAsync(functions);
        Assert.InRange(second.Now - clock.GetUtcNow(), TimeSpan.FromSeconds(-5), TimeSpan.FromMilliseconds(100));
        Assert.InRange(
            second.Now - second.Machine, TimeSpan.FromDays(10) - TimeSpan.FromSeconds(5), TimeSpan.FromDays(10) + TimeSpan.FromSeconds(5));
    }

    private Task<(int Process, DateTimeOffset Now, DateTimeOffset Machine)> TimesAsync() => TimesAsync(Functions);

    private static async Task<(int Process, DateTimeOffset Now, DateTimeOffset Machine)> TimesAsync(LambdaService functions)
    {
        var result = await functions.InvokeAsync("echo", Encoding.UTF8.GetBytes("""{"do":"now"}"""), CancellationToken.None);
        Assert.Null(result.FunctionError);
        var answer = JsonNode.Parse(result.Payload.Span)!;
        return ((int)answer["process"]!, (DateTimeOffset)answer["now"]!, (DateTimeOffset)answer["machine"]!);
    }
}
