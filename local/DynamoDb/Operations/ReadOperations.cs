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
    public IEnumerable<DynamoOperation> Operations =>
    [
        new("GetItem",
        [
            Members.ReturnConsumedCapacity, Members.TableName, Members.Key, Members.ConsistentRead, Members.ProjectionExpression,
            Members.ExpressionAttributeNames,
        ], Get),
        new("Query",
        [
            Members.Select, Members.IndexName, Members.ReturnConsumedCapacity, Members.TableName, Members.Limit, Members.ConsistentRead,
            Members.ExclusiveStartKey,
            Members.ScanIndexForward, Members.KeyConditionExpression, Members.FilterExpression, Members.ProjectionExpression,
            Members.ExpressionAttributeValues,
            Members.ExpressionAttributeNames,
        ], Query),
        new("Scan",
        [
            Members.Select, Members.IndexName, Members.TotalSegments, Members.ReturnConsumedCapacity, Members.TableName, Members.Segment,
            Members.Limit,
            Members.ConsistentRead, Members.ExclusiveStartKey, Members.FilterExpression, Members.ProjectionExpression,
            Members.ExpressionAttributeValues,
            Members.ExpressionAttributeNames,
        ], Scan),
    ];

    private JsonObject Get(DynamoCall call)
    {
        Placeholders.DemandExpressions(call, "ProjectionExpression");
        var key = call.Attributes("Key");
        var placeholders = new Placeholders(call);
        var projection = Projection.Parse(call.Text("ProjectionExpression"), placeholders);
        placeholders.DemandAllUsed();
        var table = tables.Get(call.Required("TableName"));
        table.Definition.CheckKey(key);
        table.Definition.CheckPaths(projection?.Paths ?? []);
        return table.Find(key) is { } item ? new() { ["Item"] = Item.ToJson(projection?.Apply(item) ?? item) } : [];
    }

    private JsonObject Query(DynamoCall call)
    {
        Placeholders.DemandExpressions(call, "ProjectionExpression", "FilterExpression", "KeyConditionExpression");
        var expressions = PageExpressions.Read(call);
        var condition = expressions.Key
            ?? throw DynamoError.Validation(
                "Either the KeyConditions or KeyConditionExpression parameter must be specified in the request.");
        var (table, index) = TableAndIndex(call);
        var keys = index?.Keys ?? table.Definition.Keys;
        CheckQueriedKeys(table.Definition, index, expressions);
        CheckFilter(expressions, keys, table.Definition);
        var items = (index is null ? table.Partition(condition[keys.Hash]!.Values[0]) : table.All()).Where(condition.All.Holds);
        return new Page(call, expressions, table.Definition, index).Answer(items, call.Flag("ScanIndexForward", true));
    }

    private JsonObject Scan(DynamoCall call)
    {
        Placeholders.DemandExpressions(call, "ProjectionExpression", "FilterExpression");
        var segment = ScanSegment.Read(call);
        var expressions = PageExpressions.Read(call);
        var (table, index) = TableAndIndex(call);
        CheckScannedKeys(table.Definition, index, expressions);
        var page = new Page(call, expressions, table.Definition, index);
        if (segment is not null && expressions.Start is { } start && !segment.Holds(start[(index?.Keys ?? table.Definition.Keys).Hash]))
        {
            throw StartingKey.OutsideSegment(segment.Count, segment.Number);
        }

        table.Definition.CheckPaths(expressions.Projection?.Paths ?? []);
        table.Definition.CheckPaths(expressions.Filter?.Paths ?? []);
        return index is null
            ? page.Answer(Read(table, segment, expressions.Start, page))
            : page.Answer(
                table.All().Where(item => segment is null || (item.TryGetValue(index.Keys.Hash, out var value) && segment.Holds(value))),
                forward: true);
    }

    private static IReadOnlyList<ImmutableDictionary<string, AttributeValue>> Read(
        Table table, ScanSegment? segment, ImmutableDictionary<string, AttributeValue>? start, Page page)
    {
        var (hash, range) = (table.Definition.Keys.Hash, table.Definition.Keys.Range);
        return table.Scan(
            start is null ? PartitionPosition.Before(segment?.First ?? uint.MinValue) : PartitionPosition.At(start[hash]),
            PartitionPosition.After(segment?.Last ?? uint.MaxValue),
            items => page.Take(start is null ? items : items.SkipWhile(IsRead)));

        // The partition in which the page before ended goes on after its last item.
        bool IsRead(ImmutableDictionary<string, AttributeValue> item) =>
            item[hash] == start![hash] && (range is null || ScalarOrder.Instance.Compare(item[range], start[range]) <= 0);
    }

    private (Table Table, SecondaryIndex? Index) TableAndIndex(DynamoCall call)
    {
        var table = tables.Get(call.Required("TableName"));
        var index = table.Definition.Index(call.Text("IndexName"));
        return index is { IsGlobal: true } && call.Flag("ConsistentRead", false)
            ? throw DynamoError.Validation("Consistent reads are not supported on global secondary indexes")
            : (table, index);
    }

    private static void CheckQueriedKeys(TableDefinition table, SecondaryIndex? index, PageExpressions expressions)
    {
        var keys = index?.Keys ?? table.Keys;
        var start = expressions.Start;
        if (start is not null)
        {
            StartingKey.CheckCount(start, Page.KeyNames(table, index).Count, isScanOfTable: false);
        }

        foreach (var name in keys.Names)
        {
            if (start is not null)
            {
                StartingKey.CheckPart(start, table, name, name == keys.Hash);
            }

            expressions.Key!.Check(table, keys, name);
        }

        if (start is not null)
        {
            StartingKey.CheckTableKey(start, table);
            StartingKey.CheckWithin(start, expressions.Key!, keys);
        }
    }

    private static void CheckScannedKeys(TableDefinition table, SecondaryIndex? index, PageExpressions expressions)
    {
        if (expressions.Start is not { } start)
        {
            return;
        }

        StartingKey.CheckCount(start, Page.KeyNames(table, index).Count, isScanOfTable: index is null);
        foreach (var name in index?.Keys.Names ?? [])
        {
            StartingKey.CheckPart(start, table, name, name == index!.Keys.Hash);
        }

        StartingKey.CheckTableKey(start, table);
    }

    private static void CheckFilter(PageExpressions expressions, KeySchema keys, TableDefinition table)
    {
        table.CheckPaths(expressions.Projection?.Paths ?? []);
        if (keys.Names.FirstOrDefault(name => expressions.Filter?.Paths.Any(path => path.Attribute == name) == true) is { } filtered)
        {
            throw DynamoError.Validation(
                $"Filter Expression can only contain non-primary key attributes: Primary key attribute: {filtered}");
        }

        table.CheckPaths(expressions.Filter?.Paths ?? []);
    }
}
