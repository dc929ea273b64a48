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

    // Clocks of functions differ by less.
    private static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(1);

    /// <summary>How far it has come.</summary>
    public RunState State { get; init; }

    /// <summary>
    /// Which time it goes through all customers, from 1. Customers who were outside their hours get the message in a later pass; those who
    /// got it are known by their deliveries.
    /// </summary>
    public int Pass { get; init; } = 1;

    /// <summary>When the pass is to begin.</summary>
    public required DateTimeOffset Due { get; init; }

    /// <summary>The shares; none while it waits.</summary>
    public IReadOnlyList<RunShare> Shares { get; init; } = [];

    /// <summary>Why it is <see cref="RunState.Invalid"/>: a code; null unless it is.</summary>
    public string? Problem { get; init; }

    /// <summary>What became of the endpoints so far.</summary>
    public RunProgress Progress => Shares.Aggregate(RunProgress.None, (sum, share) => sum.Plus(share.Progress));

    /// <summary>Whether the pass has gone through all customers.</summary>
    public bool IsThrough => Shares.All(share => share.IsDone && share.Pass == Pass);

    /// <summary>Since when messages may have been claimed in this pass.</summary>
    public DateTimeOffset PassBegan => Pass == 1 ? DateTimeOffset.MinValue : Due - ClockSkew;

    /// <summary>A share in this pass.</summary>
    public RunShare ShareOf(int number) => Shares[number].Pass == Pass ? Shares[number] : Shares[number].In(Pass);

    /// <summary>The shares that every run begins with.</summary>
    public static IReadOnlyList<RunShare> FirstShares { get; } = [.. Enumerable.Repeat(RunShare.Start, ShareCount)];
}
