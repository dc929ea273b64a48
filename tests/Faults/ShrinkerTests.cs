using Faults.Tests.Shrinking;

namespace Faults.Tests;

public sealed class ShrinkerTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(3, 4)]
    [InlineData(0, 19)]
    [InlineData(2, 7, 8, 15)]
    public async Task Only_what_a_failure_takes_is_left(params int[] needed)
    {
        var shrinker = new Shrinker<int>(rest => Task.FromResult(needed.All(rest.Contains)), tries: 200);

        Assert.Equal(needed, await shrinker.ShrinkAsync([.. Enumerable.Range(0, 20)]));
    }

    [Fact]
    public async Task What_is_superfluous_without_another_goes_too()
    {
        // The 5 is needed as long as the 9 is there.
        var shrinker = new Shrinker<int>(
            rest => Task.FromResult(rest.Contains(3) && (rest.Contains(5) || !rest.Contains(9))), tries: 200);

        Assert.Equal([3], await shrinker.ShrinkAsync([.. Enumerable.Range(0, 12)]));
    }

    [Fact]
    public async Task It_ends_with_its_tries()
    {
        var asked = 0;
        var shrinker = new Shrinker<int>(_ => Task.FromResult(asked++ < 0), tries: 7);

        Assert.Equal(20, (await shrinker.ShrinkAsync([.. Enumerable.Range(0, 20)])).Count);
        Assert.Equal(7, asked);
    }
}
