using Engagement.Customers;
using Engagement.Local.Cloud;
using Engagement.Local.Definitions;
using Engagement.Local.Platforms;
using Engagement.Reminders;

namespace Engagement.Local.Upcoming;

/// <summary>What is due for all customers, hour by hour, as everything stands now.</summary>
/// <param name="cloud">The cloud.</param>
/// <param name="deployed">The definitions as they are deployed.</param>
internal sealed class Calendar(LocalCloud cloud, DeployedFiles deployed)
{
    private readonly Dictionary<(DateTimeOffset Hour, MessageOrigin Origin, string Template), (long Sent, long LeftOut)> counts = [];

    /// <summary>The hours in which something is due, the next one first.</summary>
    /// <param name="length">How far to look ahead.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<IReadOnlyList<CalendarEntry>> ReadAsync(TimeSpan length, CancellationToken cancellation)
    {
        var now = cloud.Context.Clock.GetUtcNow();
        var messages = new UpcomingMessages(cloud, deployed);
        foreach (var customer in RunningPlatform.From(cloud).Profiles)
        {
            cancellation.ThrowIfCancellationRequested();
            await AddAsync(messages, customer, now, now + length, cancellation);
        }

        var campaigns = await new UpcomingAnnouncements(cloud, deployed).AllAsync(now, now + length, cancellation);
        return
        [
            .. counts
                .Select(each => new CalendarEntry(each.Key.Hour, each.Key.Origin, each.Key.Template, each.Value.Sent, each.Value.LeftOut))
                .Concat(campaigns)
                .OrderBy(entry => entry.At)
                .ThenBy(entry => entry.Origin.Kind, StringComparer.Ordinal)
                .ThenBy(entry => entry.Origin.Name, StringComparer.Ordinal),
        ];
    }

    private async Task AddAsync(
        UpcomingMessages messages, CustomerProfile customer, DateTimeOffset now, DateTimeOffset until, CancellationToken cancellation)
    {
        foreach (var message in await messages.OwnAsync(customer, now, until, cancellation))
        {
            var key = (HourSlot.From(message.At), message.Origin, message.Template);
            var (sent, leftOut) = counts.GetValueOrDefault(key);
            counts[key] = message.LeftOut is null ? (sent + 1, leftOut) : (sent, leftOut + 1);
        }
    }
}
