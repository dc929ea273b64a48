namespace Engagement.CompanyEvents.Ledger;

/// <summary>
/// The truth about company events: which there are, and which campaigns of them have been launched. What a journey or a message delivers is
/// only a reason to look. Writes are conditional, so that whatever is delivered twice, or interrupted, leaves one campaign for each (event,
/// campaign).
/// </summary>
public interface ILedger
{
    /// <summary>Writes an event down, unless one with its id is there already.</summary>
    /// <returns>Null when it is new; otherwise what was there and is unchanged: see <see cref="PublishRules"/>.</returns>
    Task<EventRecord?> PublishAsync(CompanyEvent companyEvent, CancellationToken cancellation);

    /// <summary>The event of this id; null when there is none.</summary>
    Task<EventRecord?> FindAsync(string eventId, CancellationToken cancellation);

    /// <summary>The events of an announcement that <see cref="CompleteAsync"/> has not been called for, the oldest first.</summary>
    Task<IReadOnlyList<EventRecord>> PendingAsync(string announcement, CancellationToken cancellation);

    /// <summary>
    /// The events of all announcements that <see cref="CompleteAsync"/> has not been called for, also of those that no definition has any
    /// more; the oldest first.
    /// </summary>
    Task<IReadOnlyList<EventRecord>> PendingAsync(CancellationToken cancellation);

    /// <summary>Replaces what is known of a campaign, if it still is <paramref name="from"/> (null: nothing).</summary>
    /// <returns>False when another attempt was faster; nothing is changed then.</returns>
    Task<bool> TryReplaceAsync(string eventId, string campaign, CampaignRecord? from, CampaignRecord to, CancellationToken cancellation);

    /// <summary>
    /// Takes an event out of what is pending. Called when <see cref="LaunchRules.StateOf"/> is <see cref="LaunchState.Launched"/>; may be
    /// called again.
    /// </summary>
    Task CompleteAsync(string eventId, CancellationToken cancellation);
}
