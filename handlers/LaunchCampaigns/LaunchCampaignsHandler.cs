using System.Text.Json;
using Amazon.Lambda.Core;
using Engagement.Definitions.Announcements;
using Engagement.Functions;
using Engagement.Services;
using Engagement.Telemetry;
using LaunchCampaigns.Launching;

namespace LaunchCampaigns;

/// <summary>Launches what the ledger holds, when a journey, the retry queue or a schedule gives a reason to look.</summary>
internal sealed class LaunchCampaignsHandler(
    AnnouncementCatalog catalog, EventLauncher launcher, IRetryQueue retries, TimeProvider time, LogWriter log, MetricsWriter metrics)
{
    /// <summary>How long Pinpoint waits for a journey's function ("Customizing messages with AWS Lambda" in the Pinpoint developer guide).</summary>
    private static readonly TimeSpan JourneyPatience = TimeSpan.FromSeconds(15);

    /// <exception cref="ServiceException">The journey's rest could not be queued, or the ledger not be looked into: the caller has to call again.</exception>
    public async Task<LaunchAnswer> HandleAsync(JsonElement payload, ILambdaContext context)
    {
        var trigger = Trigger.Of(payload);
        var deadline = new Deadline(time, context.RemainingTime, trigger is JourneyTrigger ? JourneyPatience : null);
        using var cancellation = deadline.NewCancellation();
        try
        {
            switch (trigger)
            {
                case JourneyTrigger journey:
                    await LaunchAsync(journey, deadline, cancellation.Token);
                    return LaunchAnswer.Empty;
                case QueueTrigger queue:
                    return new() { Returned = await LaunchAsync(queue, deadline, cancellation.Token) };
                default:
                    await launcher.CheckAsync(catalog, deadline, cancellation.Token);
                    return LaunchAnswer.Empty;
            }
        }
        finally
        {
            metrics.Flush();
        }
    }

    private async Task LaunchAsync(JourneyTrigger journey, Deadline deadline, CancellationToken cancellation)
    {
        if (Find(journey.Announcement, "journey") is { } announcement && !await TryLaunchAsync(announcement, journey.EventIds, deadline, cancellation))
        {
            log.Postponed(announcement.Name);
            await retries.SendAsync(announcement.Name, CancellationToken.None);
        }
    }

    private async Task<IReadOnlyList<LaunchAnswer.ReturnedMessage>> LaunchAsync(QueueTrigger queue, Deadline deadline, CancellationToken cancellation)
    {
        var returned = new List<LaunchAnswer.ReturnedMessage>();
        // One look at the ledger serves all messages of an announcement.
        foreach (var messages in queue.Messages.GroupBy(message => message.Announcement, StringComparer.Ordinal))
        {
            if (Find(messages.Key ?? "", "message") is not { } announcement || !await TryLaunchAsync(announcement, [], deadline, cancellation))
            {
                returned.AddRange(messages.Select(message => new LaunchAnswer.ReturnedMessage(message.Id)));
            }
        }

        return returned;
    }

    private async Task<bool> TryLaunchAsync(Announcement announcement, IReadOnlyCollection<string> eventIds, Deadline deadline, CancellationToken cancellation)
    {
        try
        {
            return await launcher.LaunchAsync(announcement, eventIds, deadline, cancellation);
        }
        catch (ServiceException exception)
        {
            log.LedgerFailed(announcement.Name, exception.Message);
            return false;
        }
    }

    private Announcement? Find(string name, string source)
    {
        if (catalog.Find(name) is { Via: not AnnouncementRoute.Schedule } announcement)
        {
            return announcement;
        }

        log.Unknown(source);
        metrics.Count(MetricName.AnnouncementsUnknown);
        return null;
    }
}
