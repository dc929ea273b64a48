namespace Engagement.Sending;

/// <summary>What became of a page: <see cref="Whole"/> or <see cref="Postponed"/>.</summary>
public abstract record PageOutcome
{
    private PageOutcome()
    {
    }

    /// <summary>Each of its endpoints has a result.</summary>
    /// <param name="Results">The results, one for each endpoint.</param>
    public sealed record Whole(IReadOnlyList<Delivery> Results) : PageOutcome;

    /// <summary>Some of its endpoints have no result yet; the page is to be tried again.</summary>
    /// <param name="Reason">Why: a code.</param>
    /// <param name="Wait">After how long.</param>
    /// <param name="IsInVain">Whether the try counts as one in vain: of those there are not many.</param>
    /// <param name="Settled">The results that this try has written down.</param>
    public sealed record Postponed(string Reason, TimeSpan Wait, bool IsInVain, IReadOnlyList<Delivery> Settled) : PageOutcome;
}
