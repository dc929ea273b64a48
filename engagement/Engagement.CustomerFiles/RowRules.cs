namespace Engagement.CustomerFiles;

/// <summary>What holds of all rows of a file.</summary>
/// <param name="Undated">Since when a row holds that does not say so.</param>
/// <param name="Latest">The latest date that a row may have.</param>
/// <param name="TakesVisitors">Whether endpoints without user and address are stored.</param>
/// <param name="Ignored">Names of members that are not looked at, beside those that never are.</param>
public sealed record RowRules(DateTimeOffset Undated, DateTimeOffset Latest, bool TakesVisitors, IReadOnlyCollection<string> Ignored)
{
    /// <summary>The member of a name; null when endpoints have none.</summary>
    internal EndpointMember? Member(string path) =>
        Ignored.Contains(path, StringComparer.Ordinal) ? new(EndpointMemberKind.Ignored, path) : EndpointMember.Parse(path);
}
