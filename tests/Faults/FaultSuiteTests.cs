using System.Globalization;
using Xunit.Abstractions;

namespace Faults.Tests;

/// <summary>
/// Whatever goes wrong while customers, the company and operators do things: what is accepted is carried out, once, and nothing else is.
/// <c>FAULT_SEEDS</c> says how many runs there are, <c>FAULT_SEED</c> the seed of the first: the first two by default.
/// </summary>
public abstract class FaultSuiteTests(ITestOutputHelper output)
{
    private static readonly string? Given = Environment.GetEnvironmentVariable("FAULT_SEED");

    private static readonly int Seeds = int.Parse(
        Environment.GetEnvironmentVariable("FAULT_SEEDS") ?? (Given is null ? "2" : "1"), CultureInfo.InvariantCulture);

    private protected async Task HoldsAsync(string stack)
    {
        await using var suite = new FaultSuite(stack, output.WriteLine);
        var first = long.Parse(Given ?? "1", CultureInfo.InvariantCulture);
        var failures = new List<string>();
        for (var seed = first; seed < first + Seeds; seed++)
        {
            if (await suite.TryAsync(seed) is { } failure)
            {
                output.WriteLine(failure);
                failures.Add(failure);
            }
        }

        output.WriteLine($"{stack}: {suite.Rounds} rounds, {suite.Struck} strikes that struck");
        Assert.True(failures.Count == 0, string.Join($"{Environment.NewLine}{Environment.NewLine}", failures));
    }

    public sealed class OnPinpoint(ITestOutputHelper output) : FaultSuiteTests(output)
    {
        [Fact]
        public Task Whatever_goes_wrong_on_dev_what_is_accepted_is_carried_out_once() => HoldsAsync("dev");
    }

    public sealed class OnSes(ITestOutputHelper output) : FaultSuiteTests(output)
    {
        [Fact]
        public Task Whatever_goes_wrong_on_ses_what_is_accepted_is_carried_out_once() => HoldsAsync("ses");
    }
}
