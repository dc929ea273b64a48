using System.Text.Json;
using System.Text.Json.Nodes;
using Engagement.Definitions.Journeys;
using Engagement.Definitions.Segments;
using Engagement.Definitions.Topics;
using Engagement.Functions;
using Engagement.Journeys;
using Engagement.Pinpoint.Journeys;
using Engagement.Pixel;
using Engagement.Pixel.Recording;
using Engagement.Telemetry;
using Engagement.Times;
using Handlers.Tests.Recording;

namespace Handlers.Tests.Journeys.OnPinpoint;

/// <summary>
/// Customers whose events are recorded, and whose journeys ask the function. A journey of Pinpoint's is walked by its declared activities.
/// </summary>
internal sealed class AskedCustomers
{
    private readonly JourneyCatalog catalog;
    private readonly JourneyAsker asker;
    private readonly JourneyEventRecorder recorder;
    private int requests;

    public AskedCustomers(params Journey[] journeys)
        : this(new JourneyCatalog { Journeys = journeys, Limit = new(3, TimeSpan.FromDays(1)) })
    {
    }

    public AskedCustomers(JourneyCatalog catalog)
    {
        this.catalog = catalog;
        var rules = new CustomerJourneyRules(catalog.Limit, TopicCatalog.Default, CustomerZone.Utc);
        var lines = new JsonLineWriter(new MemoryStream());
        var (log, metrics) = (new LogWriter(lines), new MetricsWriter(lines, Time, "test"));
        var report = new JourneyReport(Store, log, metrics);
        asker = new(Store, Store, rules, report, Segments, Time, log, metrics);
        recorder = new(Recorded, Store, Store, rules, report, Time, log, metrics);
        Deploy(catalog);
    }

    public static SegmentCatalog Segments { get; } = new()
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

    public ManualTime Time { get; } = new();

    public MemoryJourneys Store { get; } = new();

    public RecordedEvents Recorded { get; } = new();

    /// <summary>Attributes of each customer's user; the function sees them as they are when it is asked.</summary>
    public Dictionary<string, JsonObject> Attributes { get; } = [];

    public void Deploy(JourneyCatalog deployed) =>
        Store.WriteAsync(JourneyDeployment.Plan(deployed, Store.Book, Time.GetUtcNow(), Time.GetUtcNow()), CancellationToken.None);

    /// <summary>Records an event.</summary>
    /// <returns>The messages that go back to the queue.</returns>
    public async Task<IReadOnlyList<string>> RecordAsync(string endpointId, string type, TimeSpan ago = default, double? value = null)
    {
        var id = $"request-{++requests}";
        var occurred = new PixelEvent
        {
            RequestId = id,
            At = Time.GetUtcNow() - ago,
            Type = type,
            EndpointId = endpointId,
            Metrics = value is { } number ? new Dictionary<string, double> { ["value"] = number } : new Dictionary<string, double>(),
        };
        using var deadline = new Deadline(Time, TimeSpan.FromMinutes(1));
        return await recorder.RecordAsync([new(new PixelAccepted(occurred, default), [id])], deadline);
    }

    /// <summary>Asks what Pinpoint's journey asks at a moment.</summary>
    /// <returns>The answer's attributes as text, such as <c>next=0</c>; <c>exit</c> without any.</returns>
    public Task<string> AskAsync(string journey, string moment, string endpointId = "ada", string runner = "j-1") =>
        AskDataAsync($"{journey}/{JourneyVersion.From(catalog.Find(journey)!).Id}/{moment}", endpointId, runner);

    /// <summary>Asks with an activity's data.</summary>
    public async Task<string> AskDataAsync(string data, string endpointId, string runner = "j-1")
    {
        using var deadline = new Deadline(Time, TimeSpan.FromSeconds(15));
        var answer = await asker.AnswerAsync(Payload(data, endpointId, runner), deadline);
        return answer[endpointId] is { } about
            ? string.Join(' ', about["EventAttributes"]!.AsObject().Select(each => $"{each.Key}={each.Value}"))
            : "exit";
    }

    /// <summary>A customer as Pinpoint shows it.</summary>
    public JourneyParticipant Participant(string endpointId) =>
        new(endpointId, JsonSerializer.SerializeToElement(Endpoint(endpointId)), Segments);

    private JsonElement Payload(string data, string endpointId, string runner) => JsonSerializer.SerializeToElement(new JsonObject
    {
        ["ApplicationId"] = "app",
        ["JourneyId"] = runner,
        ["Data"] = data,
        ["Endpoints"] = new JsonObject { [endpointId] = Endpoint(endpointId) },
    });

    private JsonObject Endpoint(string endpointId) => new()
    {
        ["ChannelType"] = "EMAIL",
        ["Address"] = $"{endpointId}@example.com",
        ["User"] = new JsonObject { ["UserAttributes"] = Attributes.GetValueOrDefault(endpointId)?.DeepClone() },
    };
}
