using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Engagement.Local.DynamoDb.Expressions;
using Engagement.Local.DynamoDb.Protocol;
using Engagement.Local.DynamoDb.Tables;
using Engagement.Local.DynamoDb.Values;

namespace Engagement.Local.DynamoDb.Operations;

/// <summary>BatchGetItem and BatchWriteItem. Nothing is ever left unprocessed, save by faults.</summary>
internal sealed class BatchOperations(TableStore tables)
{
    private const int MostReads = 100;
    private const int MostWrites = 25;

    public IEnumerable<DynamoOperation> Operations => [new("BatchGetItem", Get), new("BatchWriteItem", Write)];

    private JsonObject Get(DynamoCall call)
    {
        call.Known("RequestItems", "ReturnConsumedCapacity");
        var responses = new JsonObject();
        var count = 0;
        foreach (var (name, asked) in Requested(call))
        {
            var part = new DynamoCall(asked as JsonObject ?? throw Malformed());
            part.Known("Keys", "ProjectionExpression", "ExpressionAttributeNames", "ConsistentRead");
            var table = tables.Get(name);
            var projection = Projection.Parse(part.Text("ProjectionExpression"), part.Placeholders);
            part.Placeholders.DemandAllUsed();
            var keys = (part.List("Keys") ?? []).Select(Item.Read).ToList();
            count += keys.Count;
            CheckCount(count, MostReads);
            CheckDistinct(table, keys);
            responses[name] = new JsonArray([.. keys.Select(table.Find).OfType<ImmutableDictionary<string, AttributeValue>>().Select(item => Item.ToJson(projection?.Of(item) ?? item))]);
        }

        return new() { ["Responses"] = responses, ["UnprocessedKeys"] = new JsonObject() };
    }

    private JsonObject Write(DynamoCall call)
    {
        call.Known("RequestItems", "ReturnConsumedCapacity", "ReturnItemCollectionMetrics");
        var writes = new List<(Table Table, ImmutableDictionary<string, AttributeValue> Key, ImmutableDictionary<string, AttributeValue>? Item)>();
        foreach (var (name, asked) in Requested(call))
        {
            var table = tables.Get(name);
            var here = (asked as JsonArray ?? throw Malformed()).Select(request => One(table, request as JsonObject ?? throw Malformed())).ToList();
            CheckDistinct(table, [.. here.Select(write => write.Key)]);
            writes.AddRange(here);
        }

        CheckCount(writes.Count, MostWrites);
        writes.ForEach(write => write.Table.Write(write.Key, _ => write.Item));
        return new() { ["UnprocessedItems"] = new JsonObject() };
    }

    private static (Table Table, ImmutableDictionary<string, AttributeValue> Key, ImmutableDictionary<string, AttributeValue>? Item) One(Table table, JsonObject request)
    {
        if (request["PutRequest"] is JsonObject put)
        {
            var item = Item.Read(put["Item"]);
            table.Definition.CheckItem(item);
            return Item.SizeOf(item) <= Item.LargestSize
                ? (table, table.Definition.Keys.Of(item), item)
                : throw DynamoError.Validation("Item size has exceeded the maximum allowed size");
        }

        return (table, Item.Read((request["DeleteRequest"] as JsonObject ?? throw Malformed())["Key"]), null);
    }

    private static JsonObject Requested(DynamoCall call) => call.Object("RequestItems") is { Count: > 0 } requested
        ? requested
        : throw DynamoError.Validation("1 validation error detected: Value '{}' at 'requestItems' failed to satisfy constraint: Member must have length greater than or equal to 1");

    private static void CheckCount(int count, int most)
    {
        if (count > most)
        {
            throw DynamoError.Validation($"1 validation error detected: Value at 'requestItems' failed to satisfy constraint: Too many items requested, {count} of at most {most}");
        }
    }

    private static void CheckDistinct(Table table, List<ImmutableDictionary<string, AttributeValue>> keys)
    {
        foreach (var key in keys)
        {
            table.Definition.CheckKey(key);
        }

        if (keys.Select(key => new MapValue(key)).Distinct().Count() < keys.Count)
        {
            throw DynamoError.Validation("Provided list of item keys contains duplicates");
        }
    }

    private static Aws.AwsException Malformed() => new(System.Net.HttpStatusCode.BadRequest, "SerializationException", "RequestItems is not of the type that this member has.");
}
