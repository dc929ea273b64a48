using Faults.Tests.Rounds;

namespace Faults.Tests.Invariants;

/// <summary>Of each attribute the value that was said last.</summary>
internal static class States
{
    public static IEnumerable<string> Problems(RoundEnd end) =>
        from said in end.Round.Visitors.Statements.GroupBy(statement => (statement.Customer, statement.Name))
        let problem = Problem(end, said.Key.Customer, said.Key.Name, [.. said.OrderBy(statement => statement.At)])
        where problem is not null
        select problem;

    private static string? Problem(RoundEnd end, int customer, string name, List<Statement> said)
    {
        var values = end.Round.Shop.Platform.Customer(end.Round.Customer(customer))?.UserAttributes.GetValueOrDefault(name);
        var known = values is [var first, ..] ? first : null;
        var allowed = Allowed(end, customer, said).Select(statement => statement.Value).ToList();
        return known is null ? (end.IsKept(end.Round.Customer(customer)) ? null : $"{name} of customer {customer} is not there")
            : allowed.Any(value => known.StartsWith(value.TrimEnd('Z'), StringComparison.Ordinal)) ? null
            : $"{name} of customer {customer} is {known}, and not {string.Join(" or ", allowed)}";
    }

    // Of one minute, and of what a dead-letter queue keeps, any may hold. On Pinpoint an event that comes back from the queue may overwrite
    // newer attributes.
    private static IEnumerable<Statement> Allowed(RoundEnd end, int customer, List<Statement> said) =>
        end.IsKept(end.Round.Customer(customer)) || (end.Round.Run.IsOnPinpoint && end.Round.Struck.Count > 0)
            ? said
            : said.Where(statement => statement.At == said[^1].At);
}
