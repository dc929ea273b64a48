namespace Engagement.Sending;

/// <summary>
/// What became of one endpoint of a page: <see cref="Settled"/>, <see cref="LeftOut"/>, <see cref="Held"/> or <see cref="Postponed"/>.
/// </summary>
internal abstract record EndpointOutcome
{
    private EndpointOutcome()
    {
    }

    /// <summary>It has a result.</summary>
    /// <param name="Delivery">The result.</param>
    /// <param name="IsNew">Whether this try has written it down.</param>
    public sealed record Settled(Delivery Delivery, bool IsNew) : EndpointOutcome;

    /// <summary>It must not get the message. This is not written down: each try of the page finds it.</summary>
    /// <param name="Reason">Why: one of <see cref="SendingReason"/>.</param>
    public sealed record LeftOut(string Reason) : EndpointOutcome;

    /// <summary>It may not get the message at this hour. This is not written down either.</summary>
    /// <param name="Until">When it may.</param>
    public sealed record Held(DateTimeOffset Until) : EndpointOutcome;

    /// <summary>It has none yet.</summary>
    /// <param name="Reason">Why: a value of <see cref="SendingReason"/>, or the service's code where <paramref name="Stops"/>.</param>
    /// <param name="Stops">Whether the reason concerns every message.</param>
    /// <param name="Until">When there will be one at the latest; null when that is open.</param>
    public sealed record Postponed(string Reason, bool Stops = false, DateTimeOffset? Until = null) : EndpointOutcome;
}
