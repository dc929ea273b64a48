namespace Faults.Tests.Invariants;

/// <summary>The cloud's own sums, as far as the round changed them.</summary>
internal static class Sums
{
    public static IEnumerable<string> Problems(RoundEnd end)
    {
        var (before, after) = (end.Round.Before, end.After);
        (string What, int Grown, int Expected)[] sums =
        [
            ("requests answered", after.Answered - before.Answered, end.Round.Visitors.Accepted),
            ("requests unaccounted for", after.Unaccounted - before.Unaccounted, 0),
            ("requests queued", after.Queued - before.Queued, 0),
            ("company events unaccounted for", after.CompanyEvents!.Unaccounted - before.CompanyEvents!.Unaccounted, 0),
            ("campaigns launched twice", after.CompanyEvents.LaunchedTwice - before.CompanyEvents.LaunchedTwice, 0),
        ];
        return sums.Where(sum => sum.Grown != sum.Expected).Select(sum => $"{sum.What}: {sum.Grown}, and not {sum.Expected}");
    }
}
