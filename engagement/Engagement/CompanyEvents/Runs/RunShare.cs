namespace Engagement.CompanyEvents.Runs;

/// <summary>How far a run has gone through one part of all customers.</summary>
public sealed record RunShare
{
    /// <summary>Where a share begins.</summary>
    public static RunShare Start { get; } = new();

    /// <summary>How often its position moved on; with the run and the share it names one page, so that a page is counted once.</summary>
    public int Page { get; init; }

    /// <summary>Which pass of the run it is in, from 1.</summary>
    public int Pass { get; init; } = 1;

    /// <summary>Where the next page begins; null at the beginning, and at the end.</summary>
    public string? Position { get; init; }

    /// <summary>Whether all of it is done.</summary>
    public bool IsDone { get; init; }

    /// <summary>What became of the endpoints before the position, in this pass and in those before.</summary>
    public RunProgress Progress { get; init; } = RunProgress.None;

    /// <summary>The share at the beginning of a pass. Its pages are counted on, so that no sender of an earlier pass moves it.</summary>
    public RunShare In(int pass) => this with { Pass = pass, Position = null, IsDone = false, Progress = RunProgress.None };

    /// <summary>The share behind a page.</summary>
    /// <param name="next">Where the page after it begins; null at the end.</param>
    /// <param name="page">What became of the page's endpoints.</param>
    public RunShare After(string? next, RunProgress page) =>
        this with { Page = Page + 1, Position = next, IsDone = next is null, Progress = Progress.Plus(page) };
}
