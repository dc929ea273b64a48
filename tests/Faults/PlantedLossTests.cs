using Faults.Tests.Runs;
using Xunit.Abstractions;

namespace Faults.Tests;

/// <summary>The suite finds what is lost, and shows what lost it.</summary>
public sealed class PlantedLossTests(ITestOutputHelper output)
{
    [Fact]
    public async Task A_pixel_that_is_stolen_is_found_and_the_run_made_small()
    {
        await using var suite = new FaultSuite("dev", output.WriteLine);
        var run = new Run(
            "dev",
            1,
            [
                new Act.View(1, 0), new Act.Publish(2, "release", 0, "bus"), new Act.View(5, 1), new Act.Save(6, 1, "city", "value"),
                new Steal(7, "pixel"), new Act.Happen(9, 2, "signup"), Outage,
                new Strike(8, 20, StrikeKind.Throttled, "pinpoint", "*", Strike.AnyFunction, 0.5, 2),
            ]);

        var violations = await suite.PlayAsync(run);
        var (smallest, _) = await suite.ShrinkAsync(run, "a pixel is recorded, rejected or kept");

        Assert.Contains(violations, violation => violation.Problem.EndsWith("visitor-1 is gone", StringComparison.Ordinal));
        Assert.Equal([new Act.View(5, 1), new Steal(7, "pixel"), Outage], smallest.Elements);
    }

    // Keeps the pixel in its queue.
    private static Strike Outage { get; } =
        new(4, 7, StrikeKind.Failed, "pinpoint", "PutEvents", "record-pixel-events*", Rate: 1, Count: null);

    [Fact]
    public void A_seed_makes_the_same_run_each_time_and_another_seed_another_one()
    {
        Assert.Equal($"{RunGenerator.Generate("ses", 7)}", $"{RunGenerator.Generate("ses", 7)}");
        Assert.NotEqual($"{RunGenerator.Generate("ses", 7)}", $"{RunGenerator.Generate("ses", 8)}");
    }
}
