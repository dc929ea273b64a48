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
                new Act.View(1, 0), new Act.Publish(2, "release", 0, "bus"), new Act.View(5, 1), new Steal(5, "pixel"),
                new Act.Save(7, 1, "city", "value"), new Act.Happen(9, 2, "signup"),
                new Strike(0, 10, StrikeKind.Throttled, "pinpoint", "PutEvents", "record-pixel-events*", 0.5, 2),
            ]);

        var violations = await suite.PlayAsync(run);
        var (smallest, _) = await suite.ShrinkAsync(run, "a pixel is recorded, rejected or kept");

        Assert.Contains(violations, violation => violation.Problem.EndsWith("visitor-1 is gone", StringComparison.Ordinal));
        Assert.Equal([new Act.View(5, 1), new Steal(5, "pixel")], smallest.Elements);
    }

    [Fact]
    public void A_seed_makes_the_same_run_each_time_and_another_seed_another_one()
    {
        Assert.Equal($"{RunGenerator.Generate("ses", 7)}", $"{RunGenerator.Generate("ses", 7)}");
        Assert.NotEqual($"{RunGenerator.Generate("ses", 7)}", $"{RunGenerator.Generate("ses", 8)}");
    }
}
