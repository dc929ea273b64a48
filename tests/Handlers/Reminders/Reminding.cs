using Engagement;
using Engagement.Definitions.Reminders;
using Engagement.Reminders;
using Engagement.Services;
using Engagement.Times;
using Output = Handlers.Tests.CompanyEvents.Telemetry;

namespace Handlers.Tests.Reminders;

/// <summary>
/// Both functions of reminders, between a Pinpoint of segments and journeys in memory. Both ends of a window belong to it.
/// </summary>
internal sealed class Reminding : IReminding, IReminderHours
{
    private readonly Dictionary<string, DateWindow> windows = new(StringComparer.Ordinal);
    private readonly ReminderCatalog catalog;
    private readonly ReminderSweep sweep;
    private readonly CustomerSelector selector;
    private readonly List<(string Message, string EndpointId, string Date, DateTimeOffset Hour)> sent = [];

    public Reminding(ReminderCatalog catalog, CustomerZone? zone = null)
    {
        this.catalog = catalog;
        sweep = new(catalog, Ledger, this, Telemetry.Log, Telemetry.Metrics);
        selector = new(catalog, zone ?? CustomerZone.Utc, Ledger, Telemetry.Log, Telemetry.Metrics);
    }

    public Output Telemetry { get; } = new();

    public FakeReminderLedger Ledger { get; } = new();

    /// <summary>The customers, by their endpoint's id.</summary>
    public Dictionary<string, Dictionary<string, IReadOnlyList<string>>> Customers { get; } = [];

    public IReadOnlyList<(string Message, string EndpointId, string Date, DateTimeOffset Hour)> Sent => sent;

    /// <summary>How often a segment was moved.</summary>
    public int Calls { get; private set; }

    /// <summary>Calls of UpdateSegment that fail from now on.</summary>
    public int Failing { get; set; }

    public void Set(string customer, string attribute, params string[] values)
    {
        Customers.TryAdd(customer, []);
        Customers[customer][attribute] = values;
    }

    public Task<int> SlideAsync(DateTimeOffset hour) => sweep.SweepAsync(hour, default);

    /// <summary>Each journey looks at its segment.</summary>
    public async Task RefreshAsync(DateTimeOffset hour)
    {
        Ledger.Attempt++;
        foreach (var message in ReminderMessage.From(catalog))
        {
            var members = Customers.Where(customer => IsMember(message, customer.Value))
                .Select(customer => new Customer(customer.Key, customer.Value))
                .ToList();
            foreach (var batch in members.Chunk(50))
            {
                var chosen = await selector.SelectAsync(message.Name, batch, default);
                sent.AddRange(chosen.Select(id => (message.Name, id, Customers[id][message.Reminder.Date][0], hour)));
            }
        }
    }

    Task IReminderHours.BeginAsync(ReminderMessage message, SlidHour hour, CancellationToken cancellation)
    {
        Calls++;
        if (Failing-- > 0)
        {
            throw new ServiceException(ServiceFailure.Failed, "Pinpoint: InternalServerErrorException");
        }

        windows[message.Name] = DateWindow.For(message, hour.Hour, hour.Before);
        return Task.CompletedTask;
    }

    private bool IsMember(ReminderMessage message, Dictionary<string, IReadOnlyList<string>> attributes) =>
        windows.TryGetValue(message.Name, out var window) && attributes.TryGetValue(message.Reminder.Date, out var values)
        && values.Any(value => IsoInstant.Parse(value) is { } date && date >= window.From && date <= window.To);
}
