using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Engagement.Local.DynamoDb.Expressions;
using Engagement.Local.DynamoDb.Protocol;
using Engagement.Local.DynamoDb.Tables;
using Engagement.Local.DynamoDb.Values;

namespace Engagement.Local.DynamoDb.Operations;

/// <summary>
/// BatchGetItem and BatchWriteItem. Keys whose items are more than an answer holds are left unprocessed; else nothing is, save by faults.
/// </summary>
internal sealed class BatchOperations(TableStore tables)
{
    private const int MostReads = 100;
    private const int MostWrites = 25;
    private const int LargestAnswer = 16 * 1024 * 1024;

    private static readonly WireMember[] KeysAndAttributes =
    [
        new("Keys", value => WireType.List(value, WireType.Attributes)) { Required = true, Fewest = 1, Longest = MostReads },
        Members.ConsistentRead, Members.ProjectionExpression, Members.ExpressionAttributeNames,
    ];

    private static readonly WireMember Reads = new(
        "RequestItems", value => WireType.Map(value, Shape("KeysAndAttributes"), part => WireType.Structured(part, "KeysAndAttributes")))
    {
        Required = true,
        Fewest = 1,
        NamesTables = true,
    };

    private static readonly WireMember Writes = new(
        "RequestItems", value => WireType.Map(value, $"java.util.List<{Shape("WriteRequest")}>", part => WireType.List(part, CheckWrite)))
    {
        Required = true,
        Fewest = 1,
        NamesTables = true,
        Elements = (1, MostWrites),
    };

    public IEnumerable<DynamoOperation> Operations =>
    [
        new("BatchGetItem", [Members.ReturnConsumedCapacity, Reads], Get),
        new("BatchWriteItem", [Members.ReturnConsumedCapacity, Members.ReturnItemCollectionMetrics, Writes], Write),
    ];

    private JsonObject Get(DynamoCall call)
    {
        var asked = Requested(call).Select(part => Read(part.Key, part.Value!.AsObject())).ToList();
        if (asked.Sum(part => part.Keys.Count) > MostReads)
        {
            throw DynamoError.Validation("Too many items requested for the BatchGetItem call");
        }

        var found = asked.Select(part => (Part: part, Table: tables.Get(part.Table))).ToList();
        found.ForEach(part => part.Part.Keys.ForEach(part.Table.Definition.CheckKey));
        found.ForEach(part => part.Table.Definition.CheckPaths(part.Part.Projection?.Paths ?? []));
        var (responses, unprocessed, bytes) = (new JsonObject(), new JsonObject(), 0);
        foreach (var (part, table) in found)
        {
            var items = part.Keys.ConvertAll(table.Find);
            var fitting = items.FindIndex(item => (bytes += item is null ? 0 : Item.SizeOf(item)) > LargestAnswer) is var end and >= 0
                ? end
                : items.Count;
            responses[part.Table] = new JsonArray(
                [
                    .. items.Take(fitting)
                        .OfType<ImmutableDictionary<string, AttributeValue>>()
                        .Select(item => Item.ToJson(part.Projection?.Apply(item) ?? item))
                ]);
            if (fitting < items.Count)
            {
                var left = part.Asked.DeepClone().AsObject();
                left["Keys"] = new JsonArray([.. part.Keys.Skip(fitting).Select(Item.ToJson)]);
                unprocessed[part.Table] = left;
            }
        }

        return new() { ["Responses"] = responses, ["UnprocessedKeys"] = unprocessed };
    }

    private static TableReads Read(string table, JsonObject asked)
    {
        var part = new DynamoCall(asked, KeysAndAttributes, $"requestItems.{table}.member.");
        Placeholders.DemandExpressions(part, "ProjectionExpression");
        var placeholders = new Placeholders(part);
        var projection = Projection.Parse(part.Text("ProjectionExpression"), placeholders);
        placeholders.DemandAllUsed();
        var keys = part.List("Keys")!.Select(key => Item.Read(key as JsonObject ?? [])).ToList();
        DemandDistinct(keys.Select(key => new MapValue(key)).Distinct().Count() == keys.Count);
        return new(table, asked, keys, projection);
    }

    private JsonObject Write(DynamoCall call)
    {
        var requests =
            Requested(call)
                .SelectMany(part => part.Value!.AsArray(), (part, request) => (Table: part.Key, Request: request as JsonObject ?? []))
                .ToList();
        var asked =
            requests.OrderBy(request => request.Request.Count).Select(request => ItemWrite.Read(request.Table, request.Request)).ToList();
        if (asked.Count > MostWrites)
        {
            throw DynamoError.Validation("Too many items requested for the BatchWriteItem call");
        }

        var writes = asked.ConvertAll(write => (Table: tables.Get(write.Table), Write: write));
        var seen = new HashSet<(Table, MapValue)>();
        foreach (var (table, write) in writes)
        {
            write.Check(table.Definition);
            DemandDistinct(seen.Add((table, new(write.KeyIn(table.Definition)))));
        }

        writes.ForEach(write => write.Table.Write(write.Write.KeyIn(write.Table.Definition), _ => write.Write.Item));
        return new() { ["UnprocessedItems"] = new JsonObject() };
    }

    private static IEnumerable<KeyValuePair<string, JsonNode?>> Requested(DynamoCall call) =>
        call.Object("RequestItems")!.Where(part => part.Value is not null);

    private static void DemandDistinct(bool distinct)
    {
        if (!distinct)
        {
            throw DynamoError.Validation("Provided list of item keys contains duplicates");
        }
    }

    private static void CheckWrite(JsonNode request)
    {
        foreach (var (name, content) in WireType.Structured(request, "WriteRequest").Where(member => member.Value is not null))
        {
            if (WireType.Structured(content!, name)[name == "PutRequest" ? "Item" : "Key"] is { } attributes)
            {
                WireType.Attributes(attributes);
            }
        }
    }

    private static string Shape(string name) => $"com.amazonaws.dynamodb.v20120810.{name}";

    /// <summary>What is read of one table.</summary>
    private sealed record TableReads(
        string Table, JsonObject Asked, List<ImmutableDictionary<string, AttributeValue>> Keys, Projection? Projection);
}
