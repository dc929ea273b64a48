using Engagement.Definitions.Announcements;

namespace Engagement.CompanyEvents.Ledger;

/// <summary>
/// How each (event, campaign) becomes exactly one campaign. The call that creates one takes no idempotency token, and its caller may end
/// before it records the answer. So each attempt first claims the campaign, for a time that outlasts the attempt. After an attempt that did
/// not end well, the next one first looks for the campaign.
/// </summary>
public static class LaunchRules
{
    /// <summary>How long a claim holds. An attempt must have ended by then: its function's timeout has to be shorter.</summary>
    public static readonly TimeSpan Claim = TimeSpan.FromMinutes(5);

    /// <summary>After how long an event that is not launched is a matter for an alarm.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(15);

    // A function behind a journey is called within a minute or two. A state machine makes five attempts of its own in some ten minutes.
    private static readonly TimeSpan JourneysChance = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan MachinesChance = TimeSpan.FromMinutes(15);

    // Lists of campaigns show by then what an attempt created whose answer was lost.
    private static readonly TimeSpan ListsLag = TimeSpan.FromMinutes(1);

    /// <param name="record">What the ledger says of the campaign; null when it says nothing.</param>
    /// <param name="now">The time.</param>
    public static LaunchStep Next(CampaignRecord? record, DateTimeOffset now) => record switch
    {
        null => LaunchStep.Create,
        { State: LaunchState.Launched } => LaunchStep.Nothing,
        { State: LaunchState.Launching } when now < record.Since + Claim => LaunchStep.Wait,
        _ => LaunchStep.FindOrCreate,
    };

    /// <summary>
    /// The record that claims a campaign; it counts once <see cref="ILedger.TryReplaceAsync"/> has put it in the place of
    /// <paramref name="record"/>.
    /// </summary>
    /// <exception cref="InvalidOperationException">There is nothing to claim: another attempt holds it, or it is launched.</exception>
    public static CampaignRecord Claimed(CampaignRecord? record, DateTimeOffset now) =>
        Next(record, now) is LaunchStep.Create or LaunchStep.FindOrCreate
            ? new() { State = LaunchState.Launching, Since = now, Attempts = (record?.Attempts ?? 0) + 1 }
            : throw new InvalidOperationException($"The campaign cannot be claimed: it is {record!.State} since {record.Since:O}.");

    /// <summary>The record of a campaign that the platform has.</summary>
    /// <exception cref="InvalidOperationException">It was not claimed.</exception>
    public static CampaignRecord Launched(CampaignRecord claim, string campaignId, DateTimeOffset now) =>
        Held(claim) with { State = LaunchState.Launched, Since = now, CampaignId = campaignId };

    /// <summary>The record of an attempt that failed.</summary>
    /// <exception cref="InvalidOperationException">It was not claimed.</exception>
    public static CampaignRecord Failed(CampaignRecord claim, string failure, DateTimeOffset now) =>
        Held(claim) with { State = LaunchState.Failed, Since = now, Failure = failure };

    /// <summary>
    /// Tells one try of a state machine from the next. It is empty while nothing was attempted and the machine has its time: deliveries of
    /// one event start one execution. Afterwards it has the attempts that the ledger counts, and how often the machine's time has passed.
    /// </summary>
    /// <param name="record">What the ledger says of the event.</param>
    /// <param name="now">The time.</param>
    public static string AttemptOf(EventRecord record, DateTimeOffset now)
    {
        var attempts = record.Campaigns.Values.Sum(campaign => campaign.Attempts);
        var chances = Math.Max(0, (now - record.Event.PublishedAt).Ticks / MachinesChance.Ticks);
        return attempts == 0 && chances == 0 ? "" : $"{attempts}.{chances}";
    }

    /// <summary>
    /// How far an event has come: launched when all of its campaigns are, failed when one is, launching when one is or some are launched.
    /// </summary>
    public static LaunchState StateOf(EventRecord record, IEnumerable<PlannedCampaign> campaigns)
    {
        var states = campaigns.Select(
            campaign => record.Campaigns.GetValueOrDefault(campaign.Identity.Campaign)?.State ?? LaunchState.Published).ToList();
        return states.TrueForAll(state => state == LaunchState.Launched) ? LaunchState.Launched
            : states.Contains(LaunchState.Failed) ? LaunchState.Failed
            : states.TrueForAll(state => state == LaunchState.Published) ? LaunchState.Published
            : LaunchState.Launching;
    }

    /// <summary>
    /// Whether the check of the ledger launches a campaign itself. It does once the journey or state machine had its chance: it may not
    /// exist, may never have called, or may have given up.
    /// </summary>
    /// <param name="announcement">The campaign's announcement.</param>
    /// <param name="record">What the ledger says of the event.</param>
    /// <param name="campaign">The campaign.</param>
    /// <param name="now">The time.</param>
    public static bool IsForTheCheck(Announcement announcement, EventRecord record, PlannedCampaign campaign, DateTimeOffset now) =>
        now >= CreatedFrom(
            announcement, record, campaign) + (announcement.Via == AnnouncementRoute.Journey ? JourneysChance : MachinesChance)
        && (record.Campaigns.GetValueOrDefault(campaign.Identity.Campaign) is not { State: LaunchState.Failed } failed
        || now >= failed.Since + ListsLag);

    /// <summary>Whether one of an event's campaigns should have been created by now and is not.</summary>
    public static bool IsOverdue(
        Announcement announcement, EventRecord record, IEnumerable<PlannedCampaign> campaigns, DateTimeOffset now) =>
        campaigns.Any(campaign =>
        record.Campaigns.GetValueOrDefault(campaign.Identity.Campaign) is not { State: LaunchState.Launched }
        && now >= CreatedFrom(announcement, record, campaign) + Patience);

    // A journey's function creates later campaigns at once and has the platform wait; a state machine waits itself.
    private static DateTimeOffset CreatedFrom(Announcement announcement, EventRecord record, PlannedCampaign campaign) =>
        announcement.Via == AnnouncementRoute.StepFunctions && campaign.Due is { } due ? due : record.Event.PublishedAt;

    private static CampaignRecord Held(CampaignRecord claim) =>
        claim.State == LaunchState.Launching
            ? claim
            : throw new InvalidOperationException($"The campaign is not claimed: it is {claim.State}.");
}
