using Faults.Tests.Runs;
using Xunit.Abstractions;

namespace Faults.Tests;

/// <summary>The smallest runs that failed once, as <c>docs/decisions/faults.md</c> lists them.</summary>
public sealed class FoundRunsTests(ITestOutputHelper output)
{
    [Fact]
    public async Task They_hold_now()
    {
        await using var suite = new FaultSuite("ses", output.WriteLine);
        foreach (var run in Found)
        {
            var violations = await suite.PlayAsync(run);
            Assert.True(violations.Count == 0, $"{run}{Environment.NewLine}{string.Join(Environment.NewLine, violations)}");
        }
    }

    private static IEnumerable<Run> Found =>
    [
        // The SDK sent a message again where the connection broke.
        new(
            "ses",
            Seed: 40,
            [
                new Act.Publish(1, "release", 0, "bus"),
                new Strike(0, 30, StrikeKind.AnswerLost, "ses", "SendEmail", "send-campaign*", Rate: 0.5, Count: 7),
            ]),
    ];
}
