using Engagement.Customers;

namespace Engagement.Reminders.Shares;

/// <summary>Begins an hour by queueing it, shard by shard.</summary>
public sealed class SharedHours(IReminderQueue queue) : IReminderHours
{
    /// <inheritdoc/>
    public Task BeginAsync(ReminderMessage message, SlidHour hour, CancellationToken cancellation)
    {
        var shares = Enumerable.Range(0, IDateIndex.Shards).Select(shard => new ReminderShare
        {
            Reminder = message.Name,
            Hour = hour.Hour,
            Before = hour.Before,
            Shard = shard,
        });
        return queue.SendAsync([.. shares], TimeSpan.Zero, cancellation);
    }
}
