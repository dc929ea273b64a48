namespace Engagement.Cli.Customers.Import;

/// <summary>How files are imported.</summary>
internal sealed record ImportSettings
{
    /// <summary>Most rows a second.</summary>
    public required double Rate { get; init; }

    /// <summary>How many rows are stored at once.</summary>
    public required int Parallel { get; init; }

    /// <summary>Folder of states and reports; null for the folder of each file.</summary>
    public string? StateFolder { get; init; }

    /// <summary>Whether files are begun anew, whatever is done of them.</summary>
    public bool Restarts { get; init; }

    /// <summary>Whether endpoints without user and address are stored.</summary>
    public bool TakesVisitors { get; init; }

    /// <summary>Names of members that are not looked at.</summary>
    public IReadOnlyCollection<string> Ignored { get; init; } = [];
}
