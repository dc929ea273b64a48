using Engagement;
using Engagement.Customers;
using Engagement.Definitions.Reminders;
using Engagement.Definitions.Segments;
using Engagement.Definitions.Templates;
using Engagement.Definitions.Topics;
using Engagement.Functions;
using Engagement.Reminders;
using Engagement.Reminders.Shares;
using Engagement.Sending;
using Engagement.Services;
using Engagement.Times;
using Handlers.Tests.Consent;
using Output = Handlers.Tests.CompanyEvents.Telemetry;

namespace Handlers.Tests.Reminders;

/// <summary>
/// The sweep and the function that sends, between customers, an index of dates, a queue and deliveries in memory. The queue hands each
/// message out twice.
/// </summary>
internal sealed class SharedReminding : IReminding, IReminderQueue, IMessages
{
    private readonly HourTime time = new();
    private readonly Queue<ReminderShare> queue = new();
    private readonly List<(string Message, string EndpointId, string Date, DateTimeOffset Hour)> sent = [];
    private readonly ReminderSweep sweep;
    private readonly ReminderShareSender sender;
    private int updates;

    public SharedReminding(ReminderCatalog catalog, SegmentCatalog? segments = null)
    {
        Store = new(time);
        sweep = new(catalog, Ledger, new SharedHours(this), Telemetry.Log, Telemetry.Metrics);
        var endpoints = new EndpointSender(
            Deliveries,
            new[] { Channel.Email, Channel.Sms }.ToDictionary(
                channel => channel, _ => new SendingChannel(this, new SendingPace(new Unlimited(), 1, time))),
            time,
            Telemetry.Log,
            Telemetry.Metrics);
        sender = new(
            catalog,
            segments ?? SegmentCatalog.Empty,
            catalog.Reminders.Select(reminder => reminder.Template).Distinct().ToDictionary(name => name, Template),
            TopicCatalog.Default,
            CustomerZone.Utc,
            new DueDates(Store, CustomerZone.Utc),
            Store,
            this,
            new PageSender(
                Deliveries,
                Consents,
                endpoints,
                new ReceiverAttributes(Store, Telemetry.Log, Telemetry.Metrics),
                time,
                Telemetry.Log,
                Telemetry.Metrics),
            time,
            Telemetry.Log,
            Telemetry.Metrics);
    }

    public Output Telemetry { get; } = new();

    public MemoryConsents Consents { get; } = new();

    public FakeReminderLedger Ledger { get; } = new();

    public MemoryCustomers Store { get; }

    public MemoryDeliveries Deliveries { get; } = new();

    public IReadOnlyList<(string Message, string EndpointId, string Date, DateTimeOffset Hour)> Sent => sent;

    public int Calls { get; private set; }

    public int Failing { get; set; }

    /// <summary>What becomes of a message; by default it is sent.</summary>
    public Func<OutgoingMessage, SendOutcome> Outcome { get; set; } = _ => new SendOutcome.Sent("id");

    /// <summary>The shares that are queued.</summary>
    public IReadOnlyCollection<ReminderShare> Queued => queue;

    /// <summary>How long an invocation may take.</summary>
    public TimeSpan Remaining { get; set; } = TimeSpan.FromMinutes(2);

    public void Set(string customer, string attribute, params string[] values) => Store.Apply(new()
    {
        Stamp = new(DateTimeOffset.UnixEpoch.AddSeconds(updates++), customer),
        EndpointId = customer,
        UserId = customer,
        UserAttributes = new Dictionary<string, IReadOnlyList<string>> { [attribute] = values },
        Fields = new Dictionary<string, string> { ["Address"] = $"{customer}@example.com", ["ChannelType"] = "EMAIL" },
    });

    public Task<int> SlideAsync(DateTimeOffset hour)
    {
        time.MoveTo(hour.AddMinutes(1));
        return sweep.SweepAsync(hour, default);
    }

    public async Task RefreshAsync(DateTimeOffset hour)
    {
        time.MoveTo(hour.AddMinutes(2));
        for (var waiting = queue.Count; waiting > 0; waiting--)
        {
            var body = queue.Dequeue().ToJson();
            await DeliverAsync(body);
            await DeliverAsync(body);
        }
    }

    /// <summary>Hands the oldest message of the queue to the function, once.</summary>
    public Task<bool> DeliverOneAsync() => DeliverAsync(queue.Dequeue().ToJson());

    public async Task<bool> DeliverAsync(string? body)
    {
        using var deadline = new Deadline(time, Remaining, SendingRules.Reserve);
        return await sender.SendAsync(new QueueMessage("m", body), deadline);
    }

    Task IReminderQueue.SendAsync(IReadOnlyList<ReminderShare> shares, TimeSpan delay, CancellationToken cancellation)
    {
        Calls++;
        if (Failing-- > 0)
        {
            throw new ServiceException(ServiceFailure.Failed, "Queue: InternalError");
        }

        foreach (var share in shares)
        {
            queue.Enqueue(share);
        }

        return Task.CompletedTask;
    }

    Task<SendOutcome> IMessages.SendAsync(OutgoingMessage message, CancellationToken cancellation)
    {
        var outcome = Outcome(message);
        if (outcome is SendOutcome.Sent)
        {
            lock (sent)
            {
                var name = $"{message.Tags["reminder"]}.{message.Tags["before"]}";
                sent.Add((name, message.To.Endpoint.Id, "", HourSlot.From(time.GetUtcNow())));
            }
        }

        return Task.FromResult(outcome);
    }

    private static MessageTemplate Template(string name) =>
        new() { Name = name, Email = new() { Subject = "s", Html = "h", Text = "t" } };

    private sealed class Unlimited : ISendingRate
    {
        public ValueTask<double> ReadAsync(CancellationToken cancellation) => ValueTask.FromResult(1e12);
    }

    private sealed class HourTime : TimeProvider
    {
        private DateTimeOffset now = DateTimeOffset.UnixEpoch;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        // Never the same twice, as a real clock.
        public override DateTimeOffset GetUtcNow() => now = now.AddTicks(1);

        public override long GetTimestamp() => now.Ticks;

        public void MoveTo(DateTimeOffset to) => now = to > now ? to : now;
    }
}
