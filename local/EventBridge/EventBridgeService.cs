using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Engagement.Local.Aws;
using Engagement.Local.EventBridge.Events;
using Engagement.Local.EventBridge.Protocol;
using Engagement.Local.EventBridge.Resources;
using Engagement.Local.EventBridge.Rules;
using Engagement.Local.EventBridge.Schedules;
using Engagement.Local.EventBridge.Targets;
using Engagement.Local.Resources;

namespace Engagement.Local.EventBridge;

/// <summary>
/// Amazon EventBridge over AWS JSON 1.1, as of 2015-10-07: PutEvents, and rules, by pattern or on a schedule, that deliver to functions and
/// queues.
/// It calls as <c>events.amazonaws.com</c> in the name of the rule.
/// </summary>
internal sealed class EventBridgeService : IAwsService, IResourceProvider, IResourcePolicies, IDisposable
{
    /// <summary>The wire format.</summary>
    public static readonly AwsJson Protocol = new("1.1", "AWSEvents.");

    private const string Host = "events.amazonaws.com";

    // Of one PutEvents, from the service quotas.
    private const int MostEntries = 10;
    private const int LargestRequest = 256 * 1024;

    private readonly CloudContext cloud;
    private readonly BusStore buses;
    private readonly TargetDelivery delivery;
    private readonly RuleSchedules schedules;
    private readonly ConcurrentQueue<(string Bus, JsonObject Event)> taken = new();

    /// <param name="cloud">Account, region and clock.</param>
    /// <param name="endpoint">How targets are called.</param>
    public EventBridgeService(CloudContext cloud, IAwsEndpoint endpoint)
    {
        this.cloud = cloud;
        buses = new(cloud);
        delivery = new(cloud, endpoint);
        schedules = new(cloud.Clock, Occur);
        var (busResources, ruleResources) = (new BusResources(cloud, buses), new RuleResources(cloud, buses, schedules));
        ResourceTypes = busResources.Types.Concat(ruleResources.Types).ToDictionary();
        Lifecycles = busResources.Lifecycles.Concat(ruleResources.Lifecycles).ToDictionary();
    }

    public string Name => "events";

    public string SigningName => "events";

    public string InternalError => "InternalException";

    public IReadOnlyDictionary<string, int> Errors { get; } =
        ServiceErrors.OfJson(("InternalException", 500), ("LimitExceededException", 400), ("ResourceNotFoundException", 400));

    public IReadOnlyDictionary<string, CreateResource> ResourceTypes { get; }

    public IReadOnlyDictionary<string, ResourceLifecycle> Lifecycles { get; }

    /// <summary>The latest events that could not be delivered and that no dead-letter queue took.</summary>
    public IReadOnlyList<LostEvent> Lost => delivery.Lost;

    /// <summary>Every event that PutEvents took, by the bus that it was for, as rules see it.</summary>
    public IReadOnlyCollection<(string Bus, JsonObject Event)> Taken => taken;

    public string? PolicyOf(string resourceArn) => buses.Find(resourceArn) is { } bus && bus.Arn == resourceArn ? bus.Policy : null;

    public AwsOperation Resolve(AwsRequest request)
    {
        var operation = Protocol.Operation(request);
        if (operation != "PutEvents")
        {
            throw operation.Length == 0 ? EventsError.UnknownOperation() : EventsError.NotDone(operation);
        }

        var entries = Entries(AwsJson.Body(request));
        IReadOnlyList<string> targets = [.. entries.Select(entry => buses.Arn(EventEntry.BusOf(entry))).Distinct()];
        return new(operation, "events:PutEvents", targets, cancellationToken =>
        {
            cancellationToken.ThrowIfCancellationRequested();
            return Task.FromResult(Protocol.Result(Put([.. entries.Select(entry => EventEntry.Read(entry, cloud))])));
        });
    }

    public AwsResponse Error(AwsRequest request, AwsException error) => Protocol.Error(error);

    public void Dispose()
    {
        schedules.Dispose();
        delivery.Dispose();
    }

    private static List<JsonObject> Entries(JsonObject body)
    {
        if (body["Entries"] is not JsonArray { Count: > 0 } list)
        {
            throw EventsError.Validation(
                "1 validation error detected: Value '[]' at 'entries' failed to satisfy constraint: Member must have length greater than "
                    + "or equal to 1");
        }

        if (list.Count > MostEntries)
        {
            throw EventsError.Validation(
                "1 validation error detected: Value at 'entries' failed to satisfy constraint: Member must have length less than or equal "
                    + $"to {MostEntries}");
        }

        var entries = list.Select(entry => entry as JsonObject ?? throw EventsError.Validation("Entries are objects.")).ToList();
        return entries.Sum(EventEntry.Size) <= LargestRequest
            ? entries
            : throw EventsError.Validation("Total size of the entries in the request is over the limit.");
    }

    private JsonObject Put(IReadOnlyList<EventEntry> entries)
    {
        foreach (var entry in entries.Where(entry => entry.Event is not null))
        {
            Route(entry.Bus, entry.Event!);
        }

        return new()
        {
            ["FailedEntryCount"] = entries.Count(entry => entry.Error is not null),
            ["Entries"] = new JsonArray([.. entries.Select(entry => entry.Error is var (code, message)
                ? new JsonObject { ["ErrorCode"] = code, ["ErrorMessage"] = message }
                : new JsonObject { ["EventId"] = entry.Event!.Id })]),
        };
    }

    /// <summary>As in AWS, an event for a bus that is not there goes nowhere, without an error.</summary>
    private void Route(string bus, BusEvent @event)
    {
        var json = @event.ToJson();
        taken.Enqueue((bus, json));
        foreach (var rule in buses.Find(bus)?.Rules.Where(rule => rule.Enabled && rule.Pattern?.Matches(json) is true) ?? [])
        {
            Deliver(rule, json);
        }
    }

    private void Occur(Rule rule, DateTimeOffset due)
    {
        var @event = BusEvent.Scheduled(cloud, rule.Arn, due);
        Deliver(rule, @event.ToJson());
    }

    private void Deliver(Rule rule, JsonObject json)
    {
        foreach (var target in rule.Targets.Values)
        {
            delivery.Begin(Delivery(rule, target, json));
        }
    }

    private static Delivery Delivery(Rule rule, Target target, JsonObject json) => new()
    {
        Target = target,
        Service = Principal.Service(Host, rule.Arn),
        SourceArn = rule.Arn,
        SourceAttribute = "RULE_ARN",
        Input = target.Input.Select(json),
        Letter = json.ToJsonString(AwsJson.Plain),
    };
}
