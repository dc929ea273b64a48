using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Engagement.Local.DynamoDb.Expressions;
using Engagement.Local.DynamoDb.Protocol;
using Engagement.Local.DynamoDb.Tables;
using Engagement.Local.DynamoDb.Values;

namespace Engagement.Local.DynamoDb.Operations;

/// <summary>One page of a query's or scan's answer: at most <c>Limit</c> items and 1 MB are read, then filtered.</summary>
internal sealed class Page
{
    private const int LargestPage = 1024 * 1024;

    private readonly TableDefinition table;
    private readonly SecondaryIndex? index;
    private readonly Projection? projection;
    private readonly ImmutableDictionary<string, AttributeValue>? start;
    private readonly int limit;
    private readonly bool countsOnly;

    public Page(DynamoCall call, TableDefinition table, SecondaryIndex? index)
    {
        (this.table, this.index) = (table, index);
        Filter = ConditionParser.Parse("FilterExpression", call.Text("FilterExpression"), call.Placeholders);
        projection = Projection.Parse(call.Text("ProjectionExpression"), call.Placeholders);
        call.Placeholders.DemandAllUsed();
        limit = call.Number("Limit") ?? int.MaxValue;
        if (limit < 1)
        {
            throw DynamoError.Validation($"1 validation error detected: Value '{limit}' at 'limit' failed to satisfy constraint: Member must have value greater than or equal to 1");
        }

        var select = call.Choice("Select", "", "ALL_ATTRIBUTES", "ALL_PROJECTED_ATTRIBUTES", "SPECIFIC_ATTRIBUTES", "COUNT");
        countsOnly = select == "COUNT";
        start = call.Object("ExclusiveStartKey") is { } key ? Item.Read(key) : null;
        if (start is not null && !KeyNames.All(start.ContainsKey))
        {
            throw DynamoError.Validation("The provided starting key is invalid");
        }
    }

    public Condition? Filter { get; }

    private IEnumerable<string> KeyNames => (index?.Keys.Names ?? []).Concat(table.Keys.Names).Distinct();

    public JsonObject Answer(IEnumerable<ImmutableDictionary<string, AttributeValue>> candidates, bool forward)
    {
        var read = new List<ImmutableDictionary<string, AttributeValue>>();
        var bytes = 0;
        var more = false;
        foreach (var item in Ordered(candidates, forward))
        {
            if (read.Count == limit || bytes >= LargestPage)
            {
                more = true;
                break;
            }

            bytes += Item.SizeOf(item);
            read.Add(item);
        }

        var shown = read.Where(item => Filter?.Holds(item) != false).ToList();
        var answer = new JsonObject { ["Count"] = shown.Count, ["ScannedCount"] = read.Count };
        if (!countsOnly)
        {
            answer["Items"] = new JsonArray([.. shown.Select(item => Item.ToJson(projection?.Of(item) ?? item))]);
        }

        // As in AWS, a page that is full tells where it ended even where nothing follows.
        if (more || (read.Count == limit && read.Count > 0))
        {
            var last = read[^1];
            answer["LastEvaluatedKey"] = Item.ToJson(Item.Empty.AddRange(KeyNames.Select(name => KeyValuePair.Create(name, last[name]))));
        }

        return answer;
    }

    private IEnumerable<ImmutableDictionary<string, AttributeValue>> Ordered(IEnumerable<ImmutableDictionary<string, AttributeValue>> candidates, bool forward)
    {
        var held = index is null ? candidates : candidates.Where(index.Keys.IsIn).Select(item => index.Project(item, table.Keys));
        var order = Comparer<ImmutableDictionary<string, AttributeValue>>.Create((x, y) => (forward ? 1 : -1) * KeyNames
            .Select(name => ScalarOrder.Instance.Compare(x.GetValueOrDefault(name), y.GetValueOrDefault(name)))
            .FirstOrDefault(comparison => comparison != 0));
        return held.Where(item => start is null || order.Compare(item, start) > 0).Order(order);
    }
}
