namespace Local.Tests.Faults;

public sealed class FaultChanceTests
{
    private readonly FaultyCloud cloud = new();

    [Fact]
    public async Task Same_seed_strikes_the_same_calls()
    {
        const string Fault = """{"service":"pinpoint","error":"InternalServerErrorException","rate":0.5,"seed":7}""";
        cloud.Add(Fault);
        var first = await cloud.StruckAsync(64);
        cloud.Faults.Clear();
        cloud.Add(Fault);

        Assert.Equal(first, await cloud.StruckAsync(64));
        Assert.Contains('x', first);
        Assert.Contains('.', first);
    }

    [Fact]
    public async Task Seed_that_chance_chose_repeats_the_run()
    {
        var chosen = cloud.Add("""{"service":"pinpoint","error":"InternalServerErrorException","rate":0.5}""").Fault.Seed;
        var first = await cloud.StruckAsync(64);
        cloud.Faults.Clear();
        cloud.Add($$"""{"service":"pinpoint","error":"InternalServerErrorException","rate":0.5,"seed":{{chosen}}}""");

        Assert.Equal(first, await cloud.StruckAsync(64));
    }

    [Theory]
    [InlineData(0.01)]
    [InlineData(0.2)]
    [InlineData(0.5)]
    [InlineData(1)]
    public async Task Rate_is_the_share_of_calls_that_are_struck(double rate)
    {
        cloud.Add($$"""{"service":"pinpoint","error":"InternalServerErrorException","rate":{{rate}},"seed":1}""");

        var struck = (await cloud.StruckAsync(5000)).Count(call => call == 'x');

        // Four standard deviations; the seed makes it the same in every run.
        Assert.InRange(
            struck, 5000 * rate - 4 * Math.Sqrt(5000 * rate * (1 - rate)), 5000 * rate + 4 * Math.Sqrt(5000 * rate * (1 - rate)));
        Assert.Equal((5000, struck), (cloud.Faults.States[0].Matched, cloud.Faults.States[0].Struck));
    }

    [Fact]
    public async Task Count_ends_a_fault()
    {
        cloud.Add("""{"service":"pinpoint","error":"InternalServerErrorException","count":3}""");

        Assert.Equal("xxx.......", await cloud.StruckAsync(10));
    }

    [Fact]
    public void Function_is_killed_as_often_as_asked()
    {
        cloud.Add("""{"service":"lambda","operation":"Invoke","kill":true,"function":"record-*","count":2}""");

        Assert.Equal(
            [false, true, true, false],
            new[] { "filter-audience", "record-pixel-events-1a2b3c4", "record-pixel-events-1a2b3c4", "record-pixel-events-1a2b3c4" }
                .Select(cloud.Faults.ShouldKill));
    }
}
