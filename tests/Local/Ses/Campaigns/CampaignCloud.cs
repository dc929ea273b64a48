using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Engagement;
using Engagement.Aws;
using Engagement.Aws.Journeys;
using Engagement.CompanyEvents;
using Engagement.CompanyEvents.Audiences;
using Engagement.CompanyEvents.Runs;
using Engagement.Customers;
using Engagement.Definitions.Announcements;
using Engagement.Definitions.Journeys;
using Engagement.Definitions.Reminders;
using Engagement.Definitions.Segments;
using Engagement.Definitions.Templates;
using Engagement.Definitions.Topics;
using Engagement.Functions;
using Engagement.Journeys;
using Engagement.Local.Aws;
using Engagement.Local.Clock;
using Engagement.Local.DynamoDb;
using Engagement.Local.Resources;
using Engagement.Sending;
using Engagement.Ses.Campaigns;
using Engagement.Ses.Consent;
using Engagement.Ses.Customers;
using Engagement.Ses.Sending;
using Engagement.Telemetry;
using Engagement.Times;
using Local.Tests.DynamoDb;

namespace Local.Tests.Ses.Campaigns;

/// <summary>
/// Customers, runs and deliveries in the local DynamoDB, a queue, a sending service, and functions that send: whatever goes wrong, until
/// nothing is left to do.
/// </summary>
internal sealed class CampaignCloud
{
    public static readonly CampaignIdentity Campaign = new() { Announcement = "release", Campaign = "premium", EventId = "r:1.0" };

    /// <summary>Another to the same customers.</summary>
    public static readonly CampaignIdentity Second = Campaign with { Campaign = "second" };

    // One that never ends means that a run does.
    private const int MostRounds = 3_000;

    private static readonly CustomerTables Tables = new("customers", "pointers", "dates");
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(120);

    private readonly DynamoDbService service;
    private readonly FunctionFaults faults;
    private readonly Random random;
    private readonly LogWriter log;
    private readonly MetricsWriter metrics;
    private readonly SendQueue queue;
    private readonly ConcurrentBag<InProcessDynamoDb> clients = [];
    private readonly ConcurrentBag<SendingPace> paces = [];

    public CampaignCloud(FunctionFaults faults, int seed, DateTimeOffset? start = null)
    {
        (this.faults, random, Time) = (faults, new Random(seed), new(start ?? Updates.Start));
        var lines = new JsonLineWriter(Output);
        (log, metrics, queue) = (new(lines), new(lines, Time, "test"), new(Time));
        Emails = new(faults, Time);
        service = new(new CloudContext
        {
            Region = "eu-west-1",
            BaseUrl = new Uri("http://127.0.0.1:8080"),
            Clock = new VirtualClock(Updates.Start),
        });
        TableCloud.Create(service, Tables.Customers, ["id"]);
        TableCloud.Create(service, Tables.Pointers, ["id"]);
        TableCloud.Create(service, Tables.Dates, ["bucket", "entry"]);
        TableCloud.Create(service, "deliveries", ["id"]);
        TableCloud.Create(service, "consents", ["id"]);
        TableCloud.Create(service, "journeys", ["id"], ["shard", "due"]);
        TableCloud.Create(service, "runs", ["id"], ["waiting", "due"]);
    }

    public HastyTime Time { get; }

    public MemoryStream Output { get; } = new();

    public SentEmails Emails { get; }

    /// <summary>What the sweep and senders do without faults.</summary>
    public DynamoDbCampaignRuns Runs => RunsOf(new(FunctionFaults.None, random));

    public DynamoDbCustomers Customers => CustomersOf(new(FunctionFaults.None, random));

    /// <summary>How often each operation of DynamoDB was called by functions.</summary>
    public IReadOnlyDictionary<string, int> Requests => clients.SelectMany(client => client.Calls)
        .CountBy(operation => operation, StringComparer.Ordinal).ToDictionary();

    /// <summary>Customers of a page, so few that a share has several.</summary>
    public int PageSize { get; init; } = 4;

    /// <summary>The rate of the account.</summary>
    public double Rate { get; init; } = 1_000;

    public int Senders { get; init; } = 3;

    /// <summary>How many messages each customer gets.</summary>
    public MessageLimit? Limit { get; init; }

    /// <summary>When the message may come, in the customer's zone.</summary>
    public AllowedHours? Between { get; init; }

    public IReadOnlyList<JsonObject> Items(string table) => service.ItemsOf(table);

    /// <summary>Sends the campaign to all customers, and others at the same time.</summary>
    public async Task SendAsync(params CampaignIdentity[] others)
    {
        foreach (var identity in others.Prepend(Campaign))
        {
            Assert.True(await Runs.TryCreateAsync(new() { Identity = identity, Due = Time.GetUtcNow() }, default));
        }

        for (var round = 0; round < MostRounds && await IsUnderWayAsync(); round++)
        {
            await RunAsync(SweepAsync);
            await Task.WhenAll(queue.Receive(Senders).Select(message => Task.Run(() => SendAsync(message))));
            Time.AdvanceTo(queue.IsEmpty ? await DueAsync(others) : queue.Next);
        }

        Assert.False(await IsUnderWayAsync(), "The run does not come to its end.");
    }

    /// <summary>A campaign's run; the first one's by default.</summary>
    public async Task<CampaignRun> RunAsync(CampaignIdentity? identity = null) => (await Runs.FindAsync(identity ?? Campaign, default))!;

    private async Task<DateTimeOffset> DueAsync(IEnumerable<CampaignIdentity> others)
    {
        var runs = await Task.WhenAll(others.Prepend(Campaign).Select(identity => RunAsync(identity)));
        return runs.Where(run => run.State == RunState.Waiting).Select(run => run.Due).DefaultIfEmpty(Time.GetUtcNow()).Min();
    }

    private async Task<bool> IsUnderWayAsync() => !queue.IsEmpty || (await Runs.DueAsync(DateTimeOffset.MaxValue, default)).Count > 0;

    private Task SweepAsync(FunctionProcess process, Deadline deadline)
    {
        var runs = RunsOf(process);
        return new DueRuns(Catalog, runs, new(runs, queue.For(process), log), Time, log, metrics).StartAsync(deadline);
    }

    private async Task SendAsync(QueueMessage message)
    {
        var isDone = false;
        // A function's process keeps its pace from one invocation to the next.
        var pace = paces.TryTake(out var kept) ? kept : new SendingPace(new FixedRate(Rate), Senders, Time);
        await RunAsync(async (process, deadline) => isDone = await SenderOf(process, pace).SendAsync(message, deadline));
        paces.Add(pace);
        if (isDone)
        {
            queue.Delete(message.Id, new FunctionProcess(faults, random).Roll() < faults.Repeats);
        }
    }

    private async Task RunAsync(Func<FunctionProcess, Deadline, Task> function)
    {
        using var deadline = new Deadline(Time, Timeout, SendingRules.Reserve);
        try
        {
            await function(new(faults, random), deadline);
        }
        catch (Exception exception) when (exception is Died or Engagement.Services.ServiceException)
        {
            // The queue, or the next minute, gives another a reason to look.
        }
    }

    private ShareSender SenderOf(FunctionProcess process, SendingPace pace)
    {
        var (customers, deliveries) = (CustomersOf(process), new DynamoDbDeliveries(ClientOf(process), "deliveries", Calls));
        var endpoints = new EndpointSender(
            deliveries, new Dictionary<Channel, SendingChannel> { [Channel.Email] = new(Emails.For(process), pace) }, Time, log, metrics);
        return new(
            RunsOf(process),
            queue.For(process),
            Audiences,
            new(customers, PageSize),
            new(
                deliveries,
                new DynamoDbConsents(ClientOf(process), "consents", Calls),
                endpoints,
                new(customers, log, metrics),
                Time,
                log,
                metrics,
                Limit is null ? null : new ContactLimit(Limit, new DynamoDbCustomerJourneys(ClientOf(process), "journeys", Time, Calls))),
            log,
            metrics);
    }

    private RunAudiences Audiences => new(
        Catalog, Segments, Templates, TopicCatalog.Default, new AudienceRules(new OneEvent(new()
        {
            Id = Campaign.EventId!,
            Announcement = "release",
            Attributes = new Dictionary<string, string> { ["version"] = "4.2" },
            PublishedAt = Updates.Start,
        }), Catalog), CustomerZone.Utc);

    private AnnouncementCatalog Catalog => new()
    {
        Announcements =
        [
            new()
            {
                Name = "release",
                Via = AnnouncementRoute.Journey,
                Attributes = ["version"],
                Campaigns = [.. new[] { Campaign, Second }.Select(identity => new CampaignDefinition
                {
                    Name = identity.Campaign,
                    Segment = "premium",
                    Template = "new",
                    When = [new() { Attribute = "language", Values = ["en"] }],
                    Set = [new() { Attribute = "last_release", Value = Text("{{version}}") }],
                    Between = Between,
                })],
            },
        ],
    };

    private static SegmentCatalog Segments { get; } = new()
    {
        Segments =
        [
            new()
            {
                Name = "premium",
                Conditions =
                [
                    new() { Subject = SegmentSubject.UserAttribute, Name = "tier", Operator = SegmentOperator.In, Values = ["premium"] },
                ],
            },
        ],
    };

    private static Dictionary<string, MessageTemplate> Templates { get; } = new()
    {
        ["new"] = new() { Name = "new", Email = new() { Subject = "New", Html = "<p>New</p>", Text = "New" } },
    };

    private AwsCalls Calls => new(Time, metrics);

    private static TextTemplate Text(string text) =>
        TextTemplate.TryParse(text, out var template, out var objection) ? template : throw new FormatException(objection);

    private DynamoDbCampaignRuns RunsOf(FunctionProcess process) => new(ClientOf(process), "runs", Calls);

    private DynamoDbCustomers CustomersOf(FunctionProcess process) => new(ClientOf(process), Tables, Time, Calls);

    private Amazon.DynamoDBv2.AmazonDynamoDBClient ClientOf(FunctionProcess process)
    {
        var client = new InProcessDynamoDb(service) { Around = process.AroundAsync };
        clients.Add(client);
        return client.Client;
    }

    private sealed class FixedRate(double perSecond) : ISendingRate
    {
        public ValueTask<double> ReadAsync(CancellationToken cancellation) => new(perSecond);
    }
}
