using System.Globalization;
using Benchmarks.Recording;
using Engagement.Aws.Functions;
using Engagement.CompanyEvents.DryRuns;
using Engagement.Consent;
using Engagement.Customers;
using Engagement.Definitions;
using Engagement.Definitions.Journeys;
using Engagement.Definitions.Topics;
using Engagement.Journeys;
using Engagement.Pixel;
using Engagement.Rendering;
using Engagement.Times;

namespace Benchmarks.Growth;

/// <summary>What grows in a stack, and what it costs.</summary>
internal sealed class GrowthScenarios : IDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 12, 1, 9, 0, 0, TimeSpan.Zero);

    private readonly List<DirectoryInfo> folders = [];
    private readonly FunctionHost host = new(name => name == "STACK" ? "growth" : null, Stream.Null, TimeProvider.System);
    private readonly InstantPinpointClient pinpoint = new();

    public IReadOnlyList<GrowthSeries> All =>
    [
        new("Recording an invocation", "pixels", 100, count => Recording(count, events: 1)),
        new("Recording 1,000 pixels", "events in the plan", 10, events => Recording(1_000, events)),
        new("Judging an announcement's customers", "customers", 1_000, Judging),
        new("An event that starts journeys", "journeys", 1, Entering),
        new("Reading definitions", "events", 10, count => Reading(new() { Events = count })),
        new("Reading definitions", "segments", 10, count => Reading(new() { Segments = count })),
        new("Reading definitions", "announcements", 10, count => Reading(new() { Announcements = count })),
        new("Reading definitions", "journeys", 1, count => Reading(new() { Journeys = count })),
    ];

    public void Dispose()
    {
        host.Dispose();
        pinpoint.Dispose();
        folders.ForEach(folder => folder.Delete(recursive: true));
    }

    private Func<Task> Recording(int count, int events)
    {
        var generated = Load(new() { Events = events }).TrackingPlan.Events;
        var known = TrackingPlan.Load(Path.Combine(AppContext.BaseDirectory, "definitions", "events.yaml"));
        var plan = known with { Events = [.. known.Events, .. generated] };
        var recorder = RecorderFunction.Wire(host, pinpoint, plan);
        var batch = PixelRecords.Batch(count);
        return async () => await recorder(batch, new InvocationContext());
    }

    private Func<Task> Judging(int count)
    {
        var definitions = Load(new() { Announcements = 1 });
        var templates = definitions.TemplatesByName();
        var named = new DryRunDefinitions(
            definitions.Segments, templates, definitions.Topics, new MessageRenderer(templates), CustomerZone.Utc);
        var customers = Enumerable.Range(0, count).Select(Customer).ToList();
        return async () =>
        {
            var run = new DryRun(
                definitions.Announcements.Announcements[0],
                new Dictionary<string, string>(),
                named,
                (_, _) => Task.FromResult<IReadOnlyDictionary<string, AddressConsent>>(new Dictionary<string, AddressConsent>()),
                Now,
                sampleSize: 10);
            foreach (var page in customers.Chunk(200))
            {
                await run.AddAsync(page, CancellationToken.None);
            }
        };
    }

    private static CustomerProfile Customer(int number)
    {
        var id = string.Create(CultureInfo.InvariantCulture, $"customer-{number}");
        var update = new CustomerUpdate
        {
            Stamp = new(Now, "r1"),
            EndpointId = id,
            UserId = id,
            UserAttributes = new Dictionary<string, IReadOnlyList<string>> { ["tier"] = [number % 2 == 0 ? "t0" : "t1"] },
            Fields = new Dictionary<string, string> { ["ChannelType"] = "EMAIL", ["Address"] = $"{id}@example.com" },
        };
        return CustomerMerge.WithUser(CustomerMerge.WithEndpoint(new() { Id = id }, CustomerMerge.EndpointOf(update)), update);
    }

    private Func<Task> Entering(int count)
    {
        var definitions = Load(new() { Journeys = count });
        var planned = JourneyDeployment.Plan(definitions.Journeys, JourneyBook.Empty, Now, Now);
        var book = new JourneyBook(planned.Heads, planned.Versions);
        var rules = new CustomerJourneyRules(limit: null, TopicCatalog.Default, CustomerZone.Utc);
        var customer = new JourneyMember(
            Customer(0).Members.Single(), consent: null, definitions.Segments, definitions.TemplatesByName());
        var occurred = new PixelEvent { RequestId = "r1", At = Now, Type = "event_0", EndpointId = "customer-0" };
        return () =>
        {
            _ = rules.Occur(new() { EndpointId = "customer-0" }, occurred, customer, book, Now);
            return Task.CompletedTask;
        };
    }

    private Func<Task> Reading(GeneratedDefinitions definitions)
    {
        var folder = Write(definitions);
        return () =>
        {
            _ = DefinitionSet.Load(folder, PlatformLimits.None);
            return Task.CompletedTask;
        };
    }

    private DefinitionSet Load(GeneratedDefinitions definitions) => DefinitionSet.Load(Write(definitions), PlatformLimits.None);

    private string Write(GeneratedDefinitions definitions)
    {
        var folder = Directory.CreateTempSubdirectory("growth-");
        folders.Add(folder);
        definitions.Write(folder);
        return folder.FullName;
    }
}
