using Engagement.Services;

namespace Engagement.CompanyEvents.Runs;

/// <summary>
/// The runs of campaigns. Writes are conditional, so that what is delivered twice, or interrupted, leaves one run that goes through each
/// customer.
/// </summary>
public interface ICampaignRuns
{
    /// <summary>Writes a run down, unless the campaign has one.</summary>
    /// <returns>Whether it is new; otherwise nothing is changed.</returns>
    /// <exception cref="ServiceException">It may or may not be there now, unless the call was refused.</exception>
    Task<bool> TryCreateAsync(CampaignRun run, CancellationToken cancellation);

    /// <summary>A campaign's run as it is now; null when there is none.</summary>
    /// <exception cref="ServiceException">It could not be found out.</exception>
    Task<CampaignRun?> FindAsync(CampaignIdentity identity, CancellationToken cancellation);

    /// <summary>
    /// The campaigns whose runs are due and not under way, the earliest first. A run that was started a moment ago may still be among them.
    /// </summary>
    /// <exception cref="ServiceException">It could not be found out.</exception>
    Task<IReadOnlyList<CampaignIdentity>> DueAsync(DateTimeOffset now, CancellationToken cancellation);

    /// <summary>
    /// Begins a waiting run's pass, the first one with <see cref="CampaignRun.FirstShares"/>. It stays due until
    /// <see cref="NoteQueuedAsync"/>.
    /// </summary>
    /// <exception cref="ServiceException">It may or may not have begun.</exception>
    Task<BegunPass> BeginAsync(CampaignIdentity identity, CancellationToken cancellation);

    /// <summary>Notes that all shares of a pass are queued: the run is no longer due. A later pass that waits stays due.</summary>
    /// <exception cref="ServiceException">It may or may not be noted; queueing the shares again does no harm.</exception>
    Task NoteQueuedAsync(CampaignIdentity identity, int pass, CancellationToken cancellation);

    /// <summary>Moves a share on, if it still is at the page that it comes from.</summary>
    /// <returns>False when another moved it; nothing is changed then.</returns>
    /// <exception cref="ServiceException">It may or may not be moved.</exception>
    Task<bool> TryMoveAsync(CampaignIdentity identity, int share, RunShare from, RunShare to, CancellationToken cancellation);

    /// <summary>Has a run wait for its next pass, whose shares begin anew.</summary>
    /// <param name="identity">Which.</param>
    /// <param name="pass">The pass that has gone through all customers.</param>
    /// <param name="due">When the next one is due.</param>
    /// <param name="cancellation">Ends the call.</param>
    /// <returns>Whether this call did; false when the run waits already, is in a later pass, or has ended.</returns>
    /// <exception cref="ServiceException">It may or may not wait.</exception>
    Task<bool> TryHoldAsync(CampaignIdentity identity, int pass, DateTimeOffset due, CancellationToken cancellation);

    /// <summary>Notes that all shares of a run are done.</summary>
    /// <returns>Whether this call did; false when the run had ended before.</returns>
    /// <exception cref="ServiceException">It may or may not be noted.</exception>
    Task<bool> TryCompleteAsync(CampaignIdentity identity, CancellationToken cancellation);

    /// <summary>Ends a run that cannot be sent. A run that has ended stays as it is.</summary>
    /// <exception cref="ServiceException">It may or may not be noted.</exception>
    Task InvalidateAsync(CampaignIdentity identity, string problem, CancellationToken cancellation);
}
