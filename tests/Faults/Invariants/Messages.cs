namespace Faults.Tests.Invariants;

/// <summary>Each message comes at most once, and exactly once unless it is known why it did not.</summary>
internal static class Messages
{
    public static IEnumerable<string> Problems(RoundEnd end)
    {
        var expected = new Expectations(end).All.DistinctBy(each => (each.Customer, each.Occasion)).ToList();
        var sent = end.Messages.CountBy(each => (each.Customer, Occasions.From(each.Message))).ToDictionary();
        var known = expected.Select(each => (each.Customer, each.Occasion)).ToHashSet();
        return
        [
            .. sent.Where(each => each.Value > 1).Select(each => $"customer {each.Key.Customer} got {each.Key.Item2} {each.Value} times"),
            .. sent.Keys.Except(known).Select(each => $"customer {each.Customer} got {each.Item2}, which nothing asks for"),
            .. expected.Where(each => each.IsSure && !sent.ContainsKey((each.Customer, each.Occasion)) && !Doubts.Explain(end, each))
                .Select(each => $"customer {each.Customer} did not get {each.Occasion}"),
        ];
    }
}
