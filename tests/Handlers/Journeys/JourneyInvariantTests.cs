using FsCheck;
using FsCheck.Fluent;

namespace Handlers.Tests.Journeys;

/// <summary>What holds whatever happens, in whatever order, and whichever process dies.</summary>
public sealed class JourneyInvariantTests
{
    private const int Histories = 500;

    [Fact]
    public void No_history_breaks_an_invariant() =>
        Prop.ForAll(GeneratedHistory.Any, history => Assert.Empty(JourneyInvariants.Broken(history, new JourneyCore())))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(Histories).WithEndSize(14));

    [Fact]
    public void No_calm_history_breaks_an_invariant() =>
        Prop.ForAll(GeneratedHistory.Calm, history => Assert.Empty(JourneyInvariants.Broken(history, new JourneyCore())))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(Histories).WithEndSize(14));

    /// <summary>Invariant 8.</summary>
    [Fact]
    public void What_is_delivered_again_changes_no_message() => Prop.ForAll(GeneratedHistory.Any, history =>
    {
        var calm = history with { HasFaults = false };
        var once = calm with { Occurrences = [.. calm.Occurrences.Select(each => each with { Delays = [each.Delays.Min()] })] };
        Assert.Equal(Messages(once), Messages(calm));
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(Histories).WithEndSize(14));

    /// <summary>Invariant 9.</summary>
    [Fact]
    public void Without_faults_each_message_comes_when_it_is_due() => Prop.ForAll(GeneratedHistory.Calm, history =>
    {
        var world = new JourneyWorld(history, new JourneyCore());
        world.Run();
        Assert.All(world.Log.Claims, claim => Assert.InRange(claim.At - claim.Entry.Anchor, TimeSpan.Zero, TimeSpan.FromMinutes(2)));
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(Histories).WithEndSize(14));

    [Theory]
    [InlineData(typeof(WithoutWatermark), "3")]
    [InlineData(typeof(WithoutRevisions), "1")]
    [InlineData(typeof(ResendsUnknown), "1")]
    [InlineData(typeof(RestartsWithoutBase), "10")]
    [InlineData(typeof(AcceptsLateEvents), "7")]
    [InlineData(typeof(SendsLateMessages), "9")]
    public void Broken_core_is_noticed(Type broken, string invariant)
    {
        var core = (JourneyCore)Activator.CreateInstance(broken)!;
        var histories = GeneratedHistory.Any.Generator.Sample(Histories, 14);
        Assert.Contains(
            histories.SelectMany(history => JourneyInvariants.Broken(history, core)),
            found => found.StartsWith($"{invariant}:", StringComparison.Ordinal));
    }

    private static IEnumerable<string> Messages(GeneratedHistory history)
    {
        var world = new JourneyWorld(history, new JourneyCore());
        world.Run();
        return world.Log.Claims.Select(claim => $"{claim.At:O} {claim.Message.Journey} {claim.Message.Entry} {claim.Message.Claim}");
    }
}
