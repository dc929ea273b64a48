using System.Text.Json;
using Amazon.Lambda.Core;
using Engagement.CompanyEvents.Launching;
using Engagement.Definitions.Announcements;
using Engagement.Functions;
using Engagement.Services;
using Engagement.Telemetry;

namespace LaunchCampaigns;

/// <summary>Launches what the ledger holds, when a journey, the retry queue or a schedule gives a reason to look.</summary>
/// <param name="catalog">The announcements.</param>
/// <param name="reasons">Tells why the function runs.</param>
/// <param name="launcher">Launches campaigns.</param>
/// <param name="retries">Where the rest of a journey's call goes; null on a platform without journeys.</param>
/// <param name="log">Takes log lines.</param>
/// <param name="metrics">Takes counts.</param>
internal sealed class LaunchCampaignsHandler(
    AnnouncementCatalog catalog, LaunchReasons reasons, EventLauncher launcher, IRetryQueue? retries, LogWriter log, MetricsWriter metrics)
{
    /// <exception cref="ServiceException">
    /// The journey's rest could not be queued, or the ledger not be looked into: the caller has to call again.
    /// </exception>
    public async Task<LaunchAnswer> HandleAsync(JsonElement payload, Deadline deadline)
    {
        switch (reasons.Read(payload))
        {
            case JourneyCalled journey:
                await LaunchAsync(journey, deadline);
                return LaunchAnswer.Empty;
            case MessagesQueued queue:
                return new() { Returned = await LaunchAsync(queue, deadline) };
            default:
                await launcher.CheckAsync(catalog, deadline);
                return LaunchAnswer.Empty;
        }
    }

    private async Task LaunchAsync(JourneyCalled journey, Deadline deadline)
    {
        using var patience = deadline.Within(journey.Patience);
        if (Find(journey.Announcement, "journey") is { } announcement && !await TryLaunchAsync(announcement, journey.EventIds, patience))
        {
            log.Postponed(announcement.Name);
            // A platform that reads a journey's call has the queue.
            await retries!.SendAsync(announcement.Name, CancellationToken.None);
        }
    }

    private async Task<IReadOnlyList<LaunchAnswer.ReturnedMessage>> LaunchAsync(MessagesQueued queue, Deadline deadline)
    {
        var returned = new List<LaunchAnswer.ReturnedMessage>();
        // One look at the ledger serves all messages of an announcement.
        foreach (var messages in queue.Messages.GroupBy(message => message.Message?.Announcement, StringComparer.Ordinal))
        {
            var eventIds = messages.SelectMany(message => message.Message?.EventIds ?? []).Distinct(StringComparer.Ordinal);
            if (Find(messages.Key ?? "", "message") is not { } announcement || !await TryLaunchAsync(announcement, [.. eventIds], deadline))
            {
                returned.AddRange(messages.Select(message => new LaunchAnswer.ReturnedMessage(message.Id)));
            }
        }

        return returned;
    }

    private async Task<bool> TryLaunchAsync(Announcement announcement, IReadOnlyCollection<string> eventIds, Deadline deadline)
    {
        try
        {
            return await launcher.LaunchAsync(announcement, eventIds, deadline);
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
