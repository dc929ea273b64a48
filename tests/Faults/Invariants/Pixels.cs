namespace Faults.Tests.Invariants;

/// <summary>Each page view has an endpoint of its own, by which it is found.</summary>
internal static class Pixels
{
    public static IEnumerable<string> Problems(RoundEnd end)
    {
        var recorded = end.Round.Shop.Platform.Events.Select(each => each.EndpointId).ToHashSet(StringComparer.Ordinal);
        return end.Round.Visitors.Views
            .Where(visitor => !recorded.Contains(visitor) && !end.IsKept(visitor))
            .Select(visitor => $"the page view of {visitor} is gone");
    }
}
