namespace Engagement.Sending;

/// <summary>What became of a page: <see cref="Whole"/> or <see cref="Postponed"/>.</summary>
public abstract record PageOutcome
{
    private PageOutcome(IReadOnlyList<Delivery> settled) => Settled = settled;

    /// <summary>The results that this try has written down; those of earlier tries are not among them.</summary>
    public IReadOnlyList<Delivery> Settled { get; }

    /// <summary>Each of its endpoints has a result, must not get the message, or may not get it at this hour.</summary>
    /// <param name="Results">The results, of this try and of earlier ones.</param>
    /// <param name="LeftOut">Why endpoints must not get it, a <see cref="SendingReason"/> for each. Each try finds them again.</param>
    /// <param name="Held">When endpoints may get it that may not at this hour, one for each.</param>
    /// <param name="Settled">The results that this try has written down.</param>
    public sealed record Whole(
        IReadOnlyList<Delivery> Results,
        IReadOnlyList<string> LeftOut,
        IReadOnlyList<DateTimeOffset> Held,
        IReadOnlyList<Delivery> Settled)
        : PageOutcome(Settled);

    /// <summary>Some of its endpoints have no result yet; the page is to be tried again.</summary>
    /// <param name="Reason">Why: a code.</param>
    /// <param name="Wait">After how long.</param>
    /// <param name="IsInVain">Whether the try counts as one in vain: of those there are not many.</param>
    /// <param name="Settled">The results that this try has written down.</param>
    public sealed record Postponed(string Reason, TimeSpan Wait, bool IsInVain, IReadOnlyList<Delivery> Settled) : PageOutcome(Settled);
}
