using Engagement.Reminders;

namespace Handlers.Tests.Reminders;

/// <summary>The ledger in memory. An attempt is the same while <see cref="Attempt"/> is.</summary>
internal sealed class FakeReminderLedger : IReminderLedger
{
    private readonly Dictionary<string, SlidHour> hours = new(StringComparer.Ordinal);
    private readonly Dictionary<SentReminder, (DateTimeOffset Hour, int Attempt)> claims = [];

    public int Attempt { get; set; }

    /// <summary>Called before an hour is noted.</summary>
    public Action Advancing { get; set; } = () => { };

    public Task<SlidHour?> HourOfAsync(string message, CancellationToken cancellation) => Task.FromResult(hours.GetValueOrDefault(message));

    public Task<bool> TryAdvanceAsync(string message, SlidHour hour, CancellationToken cancellation)
    {
        Advancing();
        if (hours.TryGetValue(message, out var last) && last.Hour >= hour.Hour)
        {
            return Task.FromResult(false);
        }

        hours[message] = hour;
        return Task.FromResult(true);
    }

    public Task<IReadOnlySet<string>> ClaimAsync(
        IReadOnlyList<SentReminder> reminders,
        DateTimeOffset hour,
        CancellationToken cancellation) =>
        Task.FromResult<IReadOnlySet<string>>(reminders
            .Where(reminder => claims.TryAdd(reminder, (hour, Attempt)) || claims[reminder] == (hour, Attempt))
            .Select(reminder => reminder.EndpointId)
            .ToHashSet());
}
