using Engagement.Local.Sqs;

namespace Faults.Tests.Rounds;

/// <summary>Whether all that a round has caused is over.</summary>
internal static class Quiet
{
    public static bool Is(Round round) => !Busy(round).Any();

    /// <summary>What is not over.</summary>
    public static IEnumerable<string> Busy(Round round) => Queues(round).Concat(Campaigns(round)).Concat(Entries(round));

    private static IEnumerable<string> Queues(Round round) =>
        from queue in round.Shop.Cloud.Service<SqsService>().States()
        where !queue.Name.Contains("dlq", StringComparison.Ordinal)
        let held = queue.Visible + queue.InFlight + queue.Delayed
        where held > 0
        select $"{queue.Name} holds {held} messages";

    private static IEnumerable<string> Campaigns(Round round) =>
        from campaign in round.Shop.Platform.Campaigns
        where campaign.Identity.EventId?.StartsWith(round.Name, StringComparison.Ordinal) == true
        where campaign.IsScheduled || campaign.State is "SENDING" or "EXECUTING" or "PENDING_NEXT_RUN"
        select $"the campaign {campaign.Identity} is {campaign.State}";

    // On Pinpoint, entries that Pinpoint asks for no more stay for a day.
    private static IEnumerable<string> Entries(Round round) =>
        from entry in round.Run.IsOnPinpoint ? [] : round.Shop.Platform.Enrollments
        where entry.Due < round.Shop.Clock.GetUtcNow().AddMinutes(-5)
        select $"an entry of {entry.Journey} was due at {entry.Due:t}";
}
