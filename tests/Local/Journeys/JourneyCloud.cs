using System.Collections.Concurrent;
using System.Collections.ObjectModel;
using System.Text.Json.Nodes;
using Engagement;
using Engagement.Aws;
using Engagement.Aws.Journeys;
using Engagement.Customers;
using Engagement.Definitions.Journeys;
using Engagement.Definitions.Segments;
using Engagement.Definitions.Templates;
using Engagement.Definitions.Topics;
using Engagement.Functions;
using Engagement.Journeys;
using Engagement.Local.Aws;
using Engagement.Local.Clock;
using Engagement.Local.DynamoDb;
using Engagement.Pixel;
using Engagement.Sending;
using Engagement.Services;
using Engagement.Ses.Consent;
using Engagement.Ses.Customers;
using Engagement.Telemetry;
using Engagement.Times;
using Local.Tests.DynamoDb;
using Local.Tests.Ses;
using Local.Tests.Ses.Campaigns;

namespace Local.Tests.Journeys;

/// <summary>
/// Customers and their journeys in the local DynamoDB, a queue, a sending service, and functions that record, sweep and move: whatever goes
/// wrong.
/// </summary>
internal sealed class JourneyCloud
{
    private static readonly CustomerTables Tables = new("customers", "pointers", "dates");
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(120);
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private readonly DynamoDbService service;
    private readonly FunctionFaults faults;
    private readonly Random random;
    private readonly LogWriter log;
    private readonly MetricsWriter metrics;
    private readonly ConcurrentBag<InProcessDynamoDb> clients = [];

    // Without faults one process handles all that is queued.
    private (DynamoDbJourneyBooks Books, JourneyRecorder Recorder, JourneySweep Sweep, JourneyMoves Moves)? kept;

    public JourneyCloud(FunctionFaults faults, int seed)
    {
        (this.faults, random) = (faults, new Random(seed));
        var lines = new JsonLineWriter(Output);
        (log, metrics) = (new(lines), new(lines, Time, "test"));
        Messages = new(faults, Time);
        service = new(new CloudContext
        {
            Region = "eu-west-1",
            BaseUrl = new Uri("http://127.0.0.1:8080"),
            Clock = new VirtualClock(Updates.Start),
        });
        TableCloud.Create(service, Tables.Customers, ["id"]);
        TableCloud.Create(service, Tables.Pointers, ["id"]);
        TableCloud.Create(service, Tables.Dates, ["bucket", "entry"]);
        TableCloud.Create(service, "consents", ["id"]);
        TableCloud.Create(service, "journeys", ["id"], ["shard", "due"], ["in"]);
        TableCloud.Create(service, "books", ["kind", "name"]);
        TableCloud.Create(service, "history", ["customer", "note"]);
        kept = faults == FunctionFaults.None ? (BooksOf(Calm), RecorderOf(Calm), SweepOf(Calm), MovesOf(Calm)) : null;
    }

    public HastyTime Time { get; } = new(Updates.Start);

    public MemoryStream Output { get; } = new();

    public SentMessages Messages { get; }

    public MoveQueue Queue { get; } = new();

    /// <summary>The stores without faults.</summary>
    public DynamoDbCustomerJourneys Journeys => new(ClientOf(Calm), "journeys", Time, Calls);

    public DynamoDbJourneyHistory History => new(ClientOf(Calm), "history", Calls);

    public DynamoDbCustomers Customers => new(ClientOf(Calm), Tables, Time, Calls);

    public DynamoDbConsents Consents => new(ClientOf(Calm), "consents", Calls);

    /// <summary>How often each operation of DynamoDB was called.</summary>
    public IReadOnlyDictionary<string, int> Requests => clients.SelectMany(client => client.Calls)
        .CountBy(operation => operation, StringComparer.Ordinal).ToDictionary();

    private FunctionProcess Calm => new(FunctionFaults.None, random);

    private AwsCalls Calls => new(Time, metrics);

    public IReadOnlyList<JsonObject> Items(string table) => service.ItemsOf(table);

    /// <summary>The log lines and metrics.</summary>
    public string Written()
    {
        metrics.Flush();
        return System.Text.Encoding.UTF8.GetString(Output.ToArray());
    }

    /// <summary>Counts the customers at each step, as the sweep does once an hour.</summary>
    public async Task CountAsync()
    {
        using var deadline = new Deadline(Time, Timeout, SendingRules.Reserve);
        await new JourneyCensus(Journeys, Time, log, metrics).CountAsync(deadline);
    }

    public async Task DeployAsync(JourneyCatalog catalog)
    {
        using var books = BooksOf(Calm);
        var now = Time.GetUtcNow();
        await books.WriteAsync(JourneyDeployment.Plan(catalog, await books.ReadAsync(default), now, now), default);
    }

    /// <summary>Stores a customer with an e-mail address.</summary>
    public Task AddCustomerAsync(string endpointId, params (string Name, string Value)[] attributes) => Customers.ApplyAsync(
        [
            attributes.Aggregate(
                Updates.Address(endpointId, $"user-{endpointId}", $"{endpointId}@example.com", 0),
                (update, each) => update.Saying(each.Name, each.Value)),
        ],
        default);

    /// <summary>Events are recorded by another process from now on, which has read no journeys yet.</summary>
    public void RestartRecorder()
    {
        if (kept is { } calm)
        {
            calm.Books.Dispose();
            kept = (BooksOf(Calm), calm.Recorder, calm.Sweep, calm.Moves);
        }
    }

    /// <summary>An event, recorded now: again and again, until a function comes to its end.</summary>
    public async Task OccurAsync(string endpointId, string type, string id, DateTimeOffset? at = null, double? value = null)
    {
        var occurred = new PixelEvent
        {
            RequestId = id,
            At = at ?? Time.GetUtcNow(),
            Type = type,
            EndpointId = endpointId,
            Metrics = value is { } number ? new Dictionary<string, double> { ["value"] = number } : [],
        };
        if (kept is { } calm)
        {
            await calm.Recorder.RecordAsync(occurred, await calm.Books.ReadAsync(default), default);
            return;
        }

        while (!await RunAsync(async (process, _) =>
        {
            using var books = BooksOf(process);
            await RecorderOf(process).RecordAsync(occurred, await books.ReadAsync(default), default);
        }))
        {
            Time.AdvanceTo(Time.GetUtcNow() + TimeSpan.FromSeconds(1));
        }
    }

    /// <summary>Lets time pass. The sweep comes in each minute in which a customer is due.</summary>
    public async Task LiveAsync(TimeSpan time)
    {
        for (var end = Time.GetUtcNow() + time; Time.GetUtcNow() < end;)
        {
            var due = Items("journeys").Select(item => item["due"]?["S"]?.ToString()).OfType<string>().Order(StringComparer.Ordinal)
                .FirstOrDefault();
            var next = due is null ? end : DateTimeOffset.Parse(due, System.Globalization.CultureInfo.InvariantCulture);
            var now = Time.GetUtcNow();
            Time.AdvanceTo(next >= end ? end : (next > now ? next : now) + Minute);
            await SweepAsync();
        }
    }

    /// <summary>One sweep, and what it queues.</summary>
    public async Task SweepAsync()
    {
        await RunAsync((process, deadline) => (kept?.Sweep ?? SweepOf(process)).SweepAsync(deadline));
        var twice = random.Next(1000) < faults.Repeats;
        await Task.WhenAll(Queue.Take(twice).Select(message => Task.Run(() =>
            RunAsync((process, deadline) => (kept?.Moves ?? MovesOf(process)).MoveAsync(message, deadline)))));
    }

    private async Task<bool> RunAsync(Func<FunctionProcess, Deadline, Task> function)
    {
        using var deadline = new Deadline(Time, Timeout, SendingRules.Reserve);
        try
        {
            await function(new(faults, random), deadline);
            return true;
        }
        catch (Exception exception) when (exception is Died or ServiceException)
        {
            // The queue, or the next minute, gives another a reason to look.
            return false;
        }
    }

    private JourneySweep SweepOf(FunctionProcess process) =>
        new(new DynamoDbCustomerJourneys(ClientOf(process), "journeys", Time, Calls), Queue.For(process), Time, metrics);

    private JourneyRecorder RecorderOf(FunctionProcess process) => new(
        new DynamoDbCustomerJourneys(ClientOf(process), "journeys", Time, Calls),
        new JourneyMembers(
            new DynamoDbCustomers(ClientOf(process), Tables, Time, Calls),
            consents: null,
            Segments,
            templates: ReadOnlyDictionary<string, MessageTemplate>.Empty),
        Rules,
        ReportOf(process),
        Time);

    private JourneyMoves MovesOf(FunctionProcess process) => new(
        BooksOf(process),
        new(
            new DynamoDbCustomerJourneys(ClientOf(process), "journeys", Time, Calls),
            new(
                new DynamoDbCustomers(ClientOf(process), Tables, Time, Calls),
                new DynamoDbConsents(ClientOf(process), "consents", Calls),
                Segments,
                SampleJourneys.Templates),
            Rules,
            new Dictionary<Channel, SendingChannel>
            {
                [Channel.Email] = new(Messages.For(process), new SendingPace(new FixedRate(), 1, Time)),
            },
            ReportOf(process),
            Time,
            log,
            metrics),
        Time,
        log,
        metrics);

    private CustomerJourneyRules Rules => new(SampleJourneys.Catalog.Limit, SampleJourneys.Topics, CustomerZone.Find("Europe/Berlin")!);

    private static SegmentCatalog Segments => SampleJourneys.Segments;

    private JourneyReport ReportOf(FunctionProcess process) =>
        new(new DynamoDbJourneyHistory(ClientOf(process), "history", Calls), log, metrics);

    private DynamoDbJourneyBooks BooksOf(FunctionProcess process) => new(ClientOf(process), "books", Time, Calls);

    private Amazon.DynamoDBv2.AmazonDynamoDBClient ClientOf(FunctionProcess process)
    {
        var client = new InProcessDynamoDb(service) { Around = process.AroundAsync };
        clients.Add(client);
        return client.Client;
    }

    private sealed class FixedRate : ISendingRate
    {
        public ValueTask<double> ReadAsync(CancellationToken cancellation) => new(1_000);
    }
}
