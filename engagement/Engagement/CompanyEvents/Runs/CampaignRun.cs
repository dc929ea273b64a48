namespace Engagement.CompanyEvents.Runs;

/// <summary>One sending of a campaign: what the platform has instead of a campaign of its own.</summary>
public sealed record CampaignRun
{
    /// <summary>
    /// Into how many shares customers are divided, 8. A million customers of 2 KB are read in about a minute so; the account's sending
    /// rate, and not the reading, is what a campaign waits for. More shares than senders only wait for each other.
    /// </summary>
    public const int ShareCount = 8;

    /// <summary>Which campaign of which event. A run has its name.</summary>
    public required CampaignIdentity Identity { get; init; }

    /// <summary>How far it has come.</summary>
    public RunState State { get; init; }

    /// <summary>When it is to begin.</summary>
    public required DateTimeOffset Due { get; init; }

    /// <summary>The shares; none while it waits.</summary>
    public IReadOnlyList<RunShare> Shares { get; init; } = [];

    /// <summary>Why it is <see cref="RunState.Invalid"/>: a code; null unless it is.</summary>
    public string? Problem { get; init; }

    /// <summary>What became of the endpoints so far.</summary>
    public RunProgress Progress => Shares.Aggregate(RunProgress.None, (sum, share) => sum.Plus(share.Progress));

    /// <summary>The shares that every run begins with.</summary>
    public static IReadOnlyList<RunShare> FirstShares { get; } = [.. Enumerable.Repeat(RunShare.Start, ShareCount)];
}
