using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Engagement.Local.DynamoDb.Expressions;
using Engagement.Local.DynamoDb.Tables;
using Engagement.Local.DynamoDb.Values;

namespace Engagement.Local.DynamoDb.Operations;

/// <summary>One page of a query's or scan's answer: at most <c>Limit</c> items and 1 MB are read, then filtered.</summary>
internal sealed class Page
{
    private const int LargestPage = 1024 * 1024;

    private readonly TableDefinition table;
    private readonly SecondaryIndex? index;
    private readonly ImmutableDictionary<string, AttributeValue>? start;
    private readonly ParsedCondition? filter;
    private readonly Projection? projection;
    private readonly int limit;
    private readonly SelectedAttributes selection;
    private bool isFull;

    /// <exception cref="Aws.AwsException">The request asks for what a table or index cannot show.</exception>
    public Page(DynamoCall call, PageExpressions expressions, TableDefinition table, SecondaryIndex? index)
    {
        (this.table, this.index) = (table, index);
        (filter, projection, start) = (expressions.Filter, expressions.Projection, expressions.Start);
        limit = call.Number("Limit") ?? int.MaxValue;
        selection = new(call.Text("Select"), projection, table, index);
    }

    /// <summary>Attributes that a page's end is told by.</summary>
    public static IReadOnlyList<string> KeyNames(TableDefinition table, SecondaryIndex? index) =>
        [.. (index?.Keys.Names ?? []).Concat(table.Keys.Names).Distinct()];

    /// <summary>The answer of a query, or of a scan of an index: candidates are put in the order of their keys.</summary>
    public JsonObject Answer(IEnumerable<ImmutableDictionary<string, AttributeValue>> candidates, bool forward) =>
        Answer(Take(Ordered(candidates, forward)));

    /// <summary>As many items, in the order in which they come, as the page holds.</summary>
    public IReadOnlyList<ImmutableDictionary<string, AttributeValue>> Take(
        IEnumerable<ImmutableDictionary<string, AttributeValue>> ordered)
    {
        var read = new List<ImmutableDictionary<string, AttributeValue>>();
        var bytes = 0;
        foreach (var item in ordered.TakeWhile(_ => read.Count < limit && bytes < LargestPage))
        {
            bytes += Item.SizeOf(item);
            read.Add(item);
        }

        isFull = read.Count > 0 && (read.Count == limit || bytes >= LargestPage);
        return read;
    }

    /// <summary>The answer that holds these items, of what <see cref="Take"/> gave.</summary>
    public JsonObject Answer(IReadOnlyList<ImmutableDictionary<string, AttributeValue>> read)
    {
        var shown = read.Where(item => filter?.Condition.Holds(item) != false).ToList();
        var answer = new JsonObject { ["Count"] = shown.Count, ["ScannedCount"] = read.Count };
        if (!selection.CountsOnly)
        {
            answer["Items"] = new JsonArray([.. shown.Select(item => Item.ToJson(projection?.Apply(item) ?? item))]);
        }

        // As in AWS, a page that is full tells where it ended even where nothing follows.
        if (isFull)
        {
            var last = read[^1];
            answer["LastEvaluatedKey"] =
                Item.ToJson(Item.Empty.AddRange(KeyNames(table, index).Select(name => KeyValuePair.Create(name, last[name]))));
        }

        return answer;
    }

    private IEnumerable<ImmutableDictionary<string, AttributeValue>> Ordered(
        IEnumerable<ImmutableDictionary<string, AttributeValue>> candidates, bool forward)
    {
        var held = index is null ? candidates : candidates.Where(index.Keys.IsIn);
        var names = KeyNames(table, index);
        var order = Comparer<ImmutableDictionary<string, AttributeValue>>.Create((x, y) => (forward ? 1 : -1) * names
            .Select(name => ScalarOrder.Instance.Compare(x.GetValueOrDefault(name), y.GetValueOrDefault(name)))
            .FirstOrDefault(comparison => comparison != 0));
        return held
            .Where(item => start is null || order.Compare(item, start) > 0)
            .Order(order)
            .Select(item => index is null || selection.FetchesItems ? item : index.Project(item, table.Keys));
    }
}
