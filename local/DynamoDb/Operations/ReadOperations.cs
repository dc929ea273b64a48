using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Engagement.Local.DynamoDb.Expressions;
using Engagement.Local.DynamoDb.Protocol;
using Engagement.Local.DynamoDb.Tables;
using Engagement.Local.DynamoDb.Values;

namespace Engagement.Local.DynamoDb.Operations;

/// <summary>GetItem, Query and Scan.</summary>
internal sealed class ReadOperations(TableStore tables)
{
    private static readonly string[] Common =
    [
        "TableName", "ConsistentRead", "ProjectionExpression", "ExpressionAttributeNames", "ReturnConsumedCapacity",
    ];

    private static readonly string[] Paged = ["IndexName", "FilterExpression", "ExpressionAttributeValues", "Limit", "ExclusiveStartKey", "Select", .. Common];

    public IEnumerable<DynamoOperation> Operations => [new("GetItem", Get), new("Query", Query), new("Scan", Scan)];

    private JsonObject Get(DynamoCall call)
    {
        call.Known(["Key", .. Common]);
        var table = tables.Get(call.Required("TableName"));
        var key = call.Attributes("Key");
        table.Definition.CheckKey(key);
        var projection = Projection.Parse(call.Text("ProjectionExpression"), call.Placeholders);
        call.Placeholders.DemandAllUsed();
        return table.Find(key) is { } item ? new() { ["Item"] = Item.ToJson(projection?.Of(item) ?? item) } : [];
    }

    private JsonObject Query(DynamoCall call)
    {
        call.Known(["KeyConditionExpression", "ScanIndexForward", .. Paged]);
        var (table, index) = TableAndIndex(call);
        var keys = index?.Keys ?? table.Definition.Keys;
        var condition = ConditionParser.Parse("KeyConditionExpression", call.Text("KeyConditionExpression"), call.Placeholders)
            ?? throw DynamoError.Validation("Either the KeyConditions or KeyConditionExpression parameter must be specified in the request.");
        var key = KeyCondition.Of(condition, keys, table.Definition.AttributeTypes);
        var page = new Page(call, table.Definition, index);
        if (page.Filter is { } filter && FilteredKey(filter, keys) is { } filtered)
        {
            throw DynamoError.Validation($"Filter Expression can only contain non-primary key attributes: Primary key attribute: {filtered}");
        }

        var items = (index is null ? table.Partition(key.Hash) : table.All()).Where(key.All.Holds);
        return page.Answer(items, call.Flag("ScanIndexForward", true));
    }

    private JsonObject Scan(DynamoCall call)
    {
        call.Known(Paged);
        var (table, index) = TableAndIndex(call);
        return new Page(call, table.Definition, index).Answer(table.All(), forward: true);
    }

    private (Table Table, SecondaryIndex? Index) TableAndIndex(DynamoCall call)
    {
        var table = tables.Get(call.Required("TableName"));
        var index = table.Definition.Index(call.Text("IndexName"));
        return index is { IsGlobal: true } && call.Flag("ConsistentRead", false)
            ? throw DynamoError.Validation("Consistent reads are not supported on global secondary indexes")
            : (table, index);
    }

    private static string? FilteredKey(Condition filter, KeySchema keys) => filter switch
    {
        AndCondition and => FilteredKey(and.Left, keys) ?? FilteredKey(and.Right, keys),
        OrCondition or => FilteredKey(or.Left, keys) ?? FilteredKey(or.Right, keys),
        NotCondition not => FilteredKey(not.Inner, keys),
        Comparison { Left: PathOperand left } when keys.Names.Contains(left.Path.Attribute) => left.Path.Attribute,
        _ => null,
    };
}
