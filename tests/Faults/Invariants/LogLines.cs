using Engagement.Local.CloudWatch;

namespace Faults.Tests.Invariants;

/// <summary>No log line has an address, or what a customer said.</summary>
internal static class LogLines
{
    public static IEnumerable<string> Problems(RoundEnd end)
    {
        string[] personal = ["@example.com", "@simulator", .. end.Round.Visitors.Statements.Select(statement => statement.Value)];
        return
            from log in end.Round.Shop.Cloud.Service<Logs>().Groups
            from line in log.Lines()
            where line.Number > end.Round.FirstLine
            let found = personal.FirstOrDefault(text => line.Text.Contains(text, StringComparison.Ordinal))
            where found is not null
            select $"{log.Name} shows {found}";
    }
}
