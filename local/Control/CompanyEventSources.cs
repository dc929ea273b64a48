using System.Text.Json;
using System.Text.Json.Nodes;
using Engagement.Aws.Ledger;
using Engagement.CompanyEvents;
using Engagement.CompanyEvents.Ledger;
using Engagement.Definitions;
using Engagement.Definitions.Announcements;
using Engagement.Functions;
using Engagement.Local.ApiGateway;
using Engagement.Local.Cloud;
using Engagement.Local.DynamoDb;
using Engagement.Local.EventBridge;
using Engagement.Local.Lambda;
using Engagement.Local.Platforms;
using Engagement.Local.Sqs;

namespace Engagement.Local.Control;

/// <summary>
/// Where company events are found in the cloud: what came in, what the ledger says, what the platform has, and what was given up.
/// </summary>
internal sealed record CompanyEventSources
{
    /// <summary>The API whose route takes events.</summary>
    public required string ApiId { get; init; }

    /// <summary>The announcements, as they are deployed with the launcher.</summary>
    public required AnnouncementCatalog Catalog { get; init; }

    /// <summary>Ids of the events that were accepted.</summary>
    public required IReadOnlySet<string> Accepted { get; init; }

    /// <summary>What the ledger says, by id.</summary>
    public required IReadOnlyDictionary<string, EventRecord> Ledger { get; init; }

    /// <summary>Ids of the events that the ledger has as launched whole.</summary>
    public required IReadOnlySet<string> Completed { get; init; }

    /// <summary>The campaigns that the platform has of events.</summary>
    public required IReadOnlyList<ObservedCampaign> Campaigns { get; init; }

    /// <summary>Ids of the events that wait in a queue: the stack has none for events but those for what was given up.</summary>
    public required IReadOnlySet<string> DeadLetters { get; init; }

    /// <summary>Announcements whose retries were given up.</summary>
    public required IReadOnlySet<string> DeadAnnouncements { get; init; }

    /// <summary>Looks into a cloud; null where its stack takes no company events, or not yet.</summary>
    public static CompanyEventSources? Find(LocalCloud cloud)
    {
        if (IdOf(cloud, "aws:apigateway/restApi:RestApi", "company-events-api") is not { } api
            || DeployedTables.Find(cloud, "company-events-ledger") is not { } table
            || IdOf(cloud, "aws:lambda/function:Function", "launch-campaigns") is not { } launcher
            || cloud.Service<LambdaService>().Definition(launcher) is not { } function)
        {
            return null;
        }

        var catalog = DeployedDefinitions.Announcements.ReadIn(function.CodeDirectory);
        var items = cloud.Service<DynamoDbService>().ItemsOf(table);
        var ledger = items.Select(item => LedgerItem.Read(AttributeValues.Read(item)))
            .ToDictionary(record => record.Event.Id, StringComparer.Ordinal);
        return new()
        {
            ApiId = api,
            Catalog = catalog,
            Accepted = Receipts(cloud, api).Concat(FromBus(cloud, catalog, ledger)).Concat(ledger.Keys).ToHashSet(StringComparer.Ordinal),
            Ledger = ledger,
            Completed = items.Where(item => item["pending"] is null).Select(item => Text(item, "id")).ToHashSet(StringComparer.Ordinal),
            Campaigns = [.. RunningPlatform.From(cloud).Campaigns.Where(campaign => campaign.Identity.EventId is not null)],
            DeadLetters = Letters(cloud)
                .Select(letter => letter["requestPayload"] as JsonObject ?? letter)
                .Where(letter => letter["detail"] is JsonObject)
                .Select(IdIn)
                .ToHashSet(StringComparer.Ordinal),
            DeadAnnouncements = DeadLetterBodies(cloud)
                .Select(letter => letter["announcement"]?.ToString())
                .OfType<string>()
                .ToHashSet(StringComparer.Ordinal),
        };
    }

    private static string? IdOf(LocalCloud cloud, string type, string name) => cloud.Graph.Find(type, name)?.Id;

    private static IEnumerable<string> Receipts(LocalCloud cloud, string api) =>
        cloud.Service<RestApis>().Answered.All.Where(answer => answer.ApiId == api).Select(answer => answer.Receipt).OfType<string>();

    // What the publisher's rules refuse was not accepted.
    private static IEnumerable<string> FromBus(LocalCloud cloud, AnnouncementCatalog catalog, Dictionary<string, EventRecord> ledger)
    {
        var rules = new CompanyEventRules(catalog);
        var bus = cloud.Outputs.GetValueOrDefault("companyEventBus") as string;
        return from taken in cloud.Service<EventBridgeService>().Taken
               where taken.Bus == bus
               let id = IdIn(taken.Event)
               where ledger.ContainsKey(id)
                   || rules.DecideBusEvent(JsonSerializer.SerializeToElement(taken.Event), DateTimeOffset.UnixEpoch) is CompanyEventAccepted
               select id;
    }

    private static IEnumerable<JsonObject> Letters(LocalCloud cloud) =>
        cloud.Service<SqsService>().Bodies().SelectMany(queue => queue.Bodies).Select(Parse).OfType<JsonObject>();

    private static IEnumerable<JsonObject> DeadLetterBodies(LocalCloud cloud) =>
        cloud.Service<SqsService>()
            .Bodies()
            .Where(queue => queue.IsDeadLetterQueue)
            .SelectMany(queue => queue.Bodies)
            .Select(Parse)
            .OfType<JsonObject>();

    private static JsonObject? Parse(string body)
    {
        try
        {
            return JsonNode.Parse(body) as JsonObject;
        }
        catch (JsonException)
        {
            // The pixel's messages are forms.
            return null;
        }
    }

    // Without an id of its own, the bus's serves.
    private static string IdIn(JsonObject busEvent) => (busEvent["detail"]?["id"] ?? busEvent["id"])?.ToString() ?? "";

    private static string Text(JsonObject item, string name) => item[name]?["S"]?.ToString() ?? "";
}
