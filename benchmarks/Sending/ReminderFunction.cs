using Engagement.Functions;
using Engagement.Reminders.Shares;
using Engagement.Ses.Customers;

namespace Benchmarks.Sending;

/// <summary><c>SendReminders</c>, two hours before appointments.</summary>
internal static class ReminderFunction
{
    /// <returns>Sends an hour's share with all customers.</returns>
    public static Func<Task> Wire(SendingFunctions functions)
    {
        var (host, zone) = (functions.Host, functions.Definitions.TrackingPlan.Zone);
        var shares = new ReminderShareSender(
            functions.Definitions.Reminders,
            functions.Definitions.Segments,
            functions.Templates,
            functions.Definitions.Topics,
            zone,
            new DueDates(new DynamoDbDateIndex(functions.DynamoDb, functions.Tables, host.Calls), zone),
            functions.Customers,
            new NoQueue(),
            functions.Pages,
            host.Time,
            host.Log,
            host.Metrics);
        var share = new ReminderShare
        {
            Reminder = "appointment.PT2H",
            Hour = SendingCustomers.Hour,
            Before = SendingCustomers.Hour.AddHours(-1),
            Shard = 0,
        };
        var message = new QueueMessage("m", share.ToJson());
        return async () =>
        {
            using var deadline = new Deadline(host.Time, TimeSpan.FromMinutes(15));
            await shares.SendAsync(message, deadline);
            host.Metrics.Flush();
        };
    }

    private sealed class NoQueue : IReminderQueue
    {
        public Task SendAsync(IReadOnlyList<ReminderShare> shares, TimeSpan delay, CancellationToken cancellation) =>
            throw new InvalidOperationException("The share was not sent to its end, so that the figures would mean nothing.");
    }
}
