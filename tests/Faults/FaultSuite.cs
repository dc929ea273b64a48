using System.Diagnostics;
using Faults.Tests.Invariants;
using Faults.Tests.Rounds;
using Faults.Tests.Runs;
using Faults.Tests.Shop;
using Faults.Tests.Shrinking;

namespace Faults.Tests;

/// <summary>Runs of one platform, one after the other in the same shop.</summary>
/// <param name="stack">The stack, which says the platform.</param>
/// <param name="say">Tells how it goes.</param>
internal sealed class FaultSuite(string stack, Action<string> say) : IAsyncDisposable
{
    // A shop remembers all that happened in it, and looks through it after each round.
    private const int RoundsOfAShop = 40;
    private const int TriesToShrink = 60;

    private FaultyShop? shop;
    private int rounds;

    /// <summary>How many rounds were played, those that make a failing run small included.</summary>
    public int Rounds { get; private set; }

    /// <summary>How many strikes struck a call.</summary>
    public int Struck { get; private set; }

    /// <summary>Plays the run of a seed.</summary>
    /// <returns>What is to be told of its failure: the smallest run that fails alike; null where all holds.</returns>
    public async Task<string?> TryAsync(long seed)
    {
        var run = RunGenerator.Generate(stack, seed);
        var started = Stopwatch.GetTimestamp();
        var violations = await PlayAsync(run);
        var took = Stopwatch.GetElapsedTime(started);
        say($"{stack} seed {seed}: {(violations.Count == 0 ? "holds" : violations[0])}, {took.TotalSeconds:0.0} s");
        return violations.Count == 0 ? null : await TellAsync(run, violations);
    }

    /// <summary>Plays a run, and tells what does not hold after it.</summary>
    public async Task<IReadOnlyList<Violation>> PlayAsync(Run run)
    {
        Rounds++;
        try
        {
            var round = await Round.PlayAsync(await OpenShopAsync(), run);
            Struck += round.Struck.Count;
            return Invariant.Check(round);
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException or Xunit.Sdk.XunitException)
        {
            // A shop that does not answer any more is not used again.
            await DisposeAsync();
            return [new("the environment answers", e.Message)];
        }
    }

    /// <summary>Makes a failing run small.</summary>
    /// <param name="run">The run.</param>
    /// <param name="invariant">What does not hold after it, nor after the smaller runs.</param>
    /// <returns>The smallest run found, and what does not hold after it.</returns>
    public async Task<(Run Run, IReadOnlyList<Violation> Violations)> ShrinkAsync(Run run, string invariant)
    {
        IReadOnlyList<Violation> latest = [];
        var shrinker = new Shrinker<Element>(
            async elements =>
            {
                var violations = await PlayAsync(run with { Elements = elements });
                var fails = violations.Any(violation => violation.Invariant == invariant);
                latest = fails ? violations : latest;
                return fails;
            },
            TriesToShrink);
        return (run with { Elements = await shrinker.ShrinkAsync(run.Elements) }, latest);
    }

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref shop, null) is { } open)
        {
            await open.DisposeAsync();
        }
    }

    private async Task<FaultyShop> OpenShopAsync()
    {
        if (++rounds % RoundsOfAShop == 0)
        {
            await DisposeAsync();
        }

        return shop ??= await FaultyShop.StartAsync(stack);
    }

    private async Task<string> TellAsync(Run run, IReadOnlyList<Violation> violations)
    {
        var (smallest, again) = await ShrinkAsync(run, violations[0].Invariant);
        return $"""
            {stack}, seed {run.Seed}:
              {string.Join($"{Environment.NewLine}  ", violations)}
            The smallest run that fails alike{(again.Count == 0 ? ", though it does not fail each time" : "")}:
            {smallest}
              {string.Join($"{Environment.NewLine}  ", again)}
            To repeat it: FAULT_SEED={run.Seed} dotnet test tests/Faults --filter DisplayName~{stack}
            """;
    }
}
