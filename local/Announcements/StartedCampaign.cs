using Engagement.Aws.Ledger;
using Engagement.CompanyEvents;
using Engagement.CompanyEvents.DryRuns;
using Engagement.CompanyEvents.Ledger;
using Engagement.Local.Platforms;

namespace Engagement.Local.Announcements;

/// <summary>How far a campaign of an event has come: what the ledger says of it, and what the platform does.</summary>
internal sealed record StartedCampaign
{
    public required string Name { get; init; }

    public required string Segment { get; init; }

    public required string Template { get; init; }

    /// <summary>When it is due; null: at once.</summary>
    public DateTimeOffset? Due { get; init; }

    /// <summary>How far its launch has come: <c>published</c>, <c>launching</c>, <c>launched</c> or <c>failed</c>.</summary>
    public required string Launch { get; init; }

    /// <summary>Why the latest attempt to launch it failed; null unless it did.</summary>
    public string? Failure { get; init; }

    /// <summary>Where it is in its life, in the platform's words; null until the platform has it.</summary>
    public string? State { get; init; }

    /// <summary>Messages that were sent.</summary>
    public long Sent { get; init; }

    /// <summary>Endpoints of which nobody knows whether they got it.</summary>
    public long Unknown { get; init; }

    /// <summary>Endpoints that got none, the most frequent reason first.</summary>
    public IReadOnlyList<LeftOutCount> LeftOut { get; init; } = [];

    public static StartedCampaign From(PlannedCampaign planned, CampaignRecord? record, ObservedCampaign? observed) => new()
    {
        Name = planned.Identity.Campaign,
        Segment = planned.Segment,
        Template = planned.Template,
        Due = planned.Due,
        Launch = LedgerItem.NameOf(record?.State ?? (observed is null ? LaunchState.Published : LaunchState.Launched)),
        Failure = record?.Failure,
        State = observed?.State,
        Sent = observed?.Sent ?? 0,
        Unknown = observed?.Unknown ?? 0,
        LeftOut =
        [
            .. (observed?.LeftOut ?? new Dictionary<string, long>()).OrderByDescending(reason => reason.Value)
                .Select(reason => new LeftOutCount(DryRunReason.Meaning(reason.Key), reason.Value)),
        ],
    };
}
