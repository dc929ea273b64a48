using FsCheck;
using FsCheck.Fluent;

namespace Handlers.Tests.Journeys;

/// <summary>What happens to one customer: events doubled, late and out of order, deployments, opting out, a deletion.</summary>
public sealed record GeneratedHistory
{
    /// <summary>The last instant at which something of it happens, after the start.</summary>
    public static readonly TimeSpan Length = TimeSpan.FromDays(12);

    private static readonly string[] Types = ["signup", "buy", "cart", "cart", "sub", "used", "cancel", "ping"];

    // The nights in which clocks are set forward and back are among the days.
    private static readonly DateTimeOffset[] Starts =
    [
        new(2026, 3, 24, 5, 0, 0, TimeSpan.Zero), new(2026, 10, 21, 14, 0, 0, TimeSpan.Zero), new(2026, 4, 1, 0, 0, 0, TimeSpan.Zero),
        new(2026, 9, 30, 20, 0, 0, TimeSpan.Zero), new(2026, 11, 1, 0, 0, 0, TimeSpan.Zero),
    ];

    private static readonly string[] Zones =
    [
        "Europe/Berlin", "Asia/Kathmandu", "America/Los_Angeles", "Australia/Lord_Howe", "America/St_Johns", "Pacific/Chatham",
        "Pacific/Kiritimati", "UTC", "", "nowhere",
    ];

    /// <summary>Histories with all of it.</summary>
    public static Arbitrary<GeneratedHistory> Any => Arb.From(Histories, Smaller);

    /// <summary>Histories whose processes never fail, and whose events come at once and once.</summary>
    public static Arbitrary<GeneratedHistory> Calm => Arb.From(
        from history in Histories
        select history with
        {
            HasFaults = false,
            Occurrences = [.. history.Occurrences.Select(each => each with { Delays = [TimeSpan.Zero] })],
        },
        Smaller);

    public required DateTimeOffset Start { get; init; }

    public required string Zone { get; init; }

    public required IReadOnlyList<Occurrence> Occurrences { get; init; }

    /// <summary>When each of <see cref="JourneyCatalogs.Deployed"/> is deployed.</summary>
    public required IReadOnlyList<(TimeSpan At, int Catalog)> Deployments { get; init; }

    public TimeSpan? OptsOut { get; init; }

    public TimeSpan? Deleted { get; init; }

    public required int Seed { get; init; }

    public bool HasFaults { get; init; } = true;

    /// <inheritdoc/>
    public override string ToString() =>
        $"{Start:O} {Zone}, opts out {OptsOut}, deleted {Deleted}, deployed {string.Join(' ', Deployments)}, seed {Seed}: "
            + string.Join("; ", Occurrences.Select(each => $"{each.Id} {each.Type} {each.At} {string.Join(' ', each.Delays)}"));

    private static Gen<TimeSpan> Instant => from minute in Gen.Choose(0, (int)Length.TotalMinutes) select TimeSpan.FromMinutes(minute);

    private static Gen<(TimeSpan At, int Catalog)> Deployment =>
        from at in Instant
        from catalog in Gen.Choose(0, JourneyCatalogs.Deployed.Count - 1)
        select (at, catalog);

    private static Gen<TimeSpan> Delay => Gen.Frequency(
        (4, Gen.Constant(TimeSpan.Zero)),
        (2, from second in Gen.Choose(0, 7_200) select TimeSpan.FromSeconds(second)),
        (1, from minute in Gen.Choose(0, 30 * 60) select TimeSpan.FromMinutes(minute)));

    private static Gen<GeneratedHistory> Histories =>
        from start in Gen.Elements(Starts)
        from zone in Gen.Elements(Zones)
        from types in Gen.Elements(Types).NonEmptyListOf()
        from instants in Instant.ListOf(types.Count)
        from delays in Gen.Frequency((3, Delay.ListOf(1)), (1, Delay.ListOf(2)), (1, Delay.ListOf(3))).ListOf(types.Count)
        from deployments in Deployment.ListOf()
        from optsOut in Seldom(Instant)
        from deleted in Seldom(Instant)
        from seed in Gen.Choose(0, int.MaxValue - 1)
        select new GeneratedHistory
        {
            Start = start,
            Zone = zone,
            Occurrences = [.. types.Take(14).Select((type, i) => Occurs(i, type, instants[i], delays[i]))],
            Deployments = [.. deployments.Take(3).OrderBy(each => each.At)],
            OptsOut = optsOut,
            Deleted = deleted,
            Seed = seed,
        };

    // No two at one instant, so that their order is certain.
    private static Occurrence Occurs(int index, string type, TimeSpan at, IEnumerable<TimeSpan> delays) =>
        new($"e{index}", type, at + TimeSpan.FromMilliseconds(index), [.. delays]);

    private static Gen<TimeSpan?> Seldom(Gen<TimeSpan> gen) =>
        Gen.Frequency((4, Gen.Constant<TimeSpan?>(null)), (1, from value in gen select (TimeSpan?)value));

    private static IEnumerable<GeneratedHistory> Smaller(GeneratedHistory history) =>
        history.Occurrences.Select(each => history with { Occurrences = [.. history.Occurrences.Where(other => other != each)] })
            .Concat(history.Deployments.Count == 0 ? [] : [history with { Deployments = [.. history.Deployments.Skip(1)] }])
            .Concat(history.OptsOut is null ? [] : [history with { OptsOut = null }])
            .Concat(history.Deleted is null ? [] : [history with { Deleted = null }]);
}
