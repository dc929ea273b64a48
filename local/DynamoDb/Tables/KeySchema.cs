using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Engagement.Local.DynamoDb.Values;

namespace Engagement.Local.DynamoDb.Tables;

/// <summary>The key attributes of a table or index.</summary>
/// <param name="Hash">Partition key.</param>
/// <param name="Range">Sort key, or null.</param>
internal sealed record KeySchema(string Hash, string? Range)
{
    public IEnumerable<string> Names => Range is null ? [Hash] : [Hash, Range];

    /// <summary>Only the key attributes of an item.</summary>
    public ImmutableDictionary<string, AttributeValue> Select(ImmutableDictionary<string, AttributeValue> item) =>
        Item.Empty.AddRange(Names.Select(name => KeyValuePair.Create(name, item[name])));

    /// <summary>Whether an item has all of them, as an index asks of those that it holds.</summary>
    public bool IsIn(ImmutableDictionary<string, AttributeValue> item) => Names.All(item.ContainsKey);

    public JsonArray ToJson() =>
    [
        .. Names.Select((name, i) => new JsonObject { ["AttributeName"] = name, ["KeyType"] = i == 0 ? "HASH" : "RANGE" }),
    ];
}

/// <summary>A secondary index. It shows writes at once, which global ones of AWS do a moment later.</summary>
/// <param name="Name">Index name.</param>
/// <param name="Keys">What it finds by.</param>
/// <param name="Projection"><c>ALL</c>, <c>KEYS_ONLY</c> or <c>INCLUDE</c>.</param>
/// <param name="Included">Further attributes that it holds, for <c>INCLUDE</c>.</param>
/// <param name="IsGlobal">Whether its partition key is its own.</param>
internal sealed record SecondaryIndex(string Name, KeySchema Keys, string Projection, ImmutableArray<string> Included, bool IsGlobal)
{
    /// <summary>Whether the index holds an attribute of its items.</summary>
    public bool Projects(string attribute, KeySchema table) =>
        Projection == "ALL" || Keys.Names.Concat(table.Names).Concat(Included).Contains(attribute);

    /// <summary>What the index holds of an item.</summary>
    public ImmutableDictionary<string, AttributeValue> Project(ImmutableDictionary<string, AttributeValue> item, KeySchema table) =>
        Projection == "ALL"
        ? item
        : Item.Empty.AddRange(
            Keys.Names.Concat(table.Names)
                .Concat(Included)
                .Distinct()
                .Where(item.ContainsKey)
                .Select(name => KeyValuePair.Create(name, item[name])));
}
