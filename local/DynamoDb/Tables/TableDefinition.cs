using System.Collections.Immutable;
using Engagement.Local.DynamoDb.Protocol;
using Engagement.Local.DynamoDb.Values;

namespace Engagement.Local.DynamoDb.Tables;

/// <summary>What a table is declared to be.</summary>
internal sealed record TableDefinition
{
    public required string Name { get; init; }

    public required string Arn { get; init; }

    public required KeySchema Keys { get; init; }

    /// <summary>Types (<c>S</c>, <c>N</c>, <c>B</c>) of the key attributes of table and indexes.</summary>
    public required ImmutableSortedDictionary<string, string> AttributeTypes { get; init; }

    public ImmutableArray<SecondaryIndex> Indexes { get; init; } = [];

    /// <summary>Attribute that holds the Unix second at which an item expires; null where nothing does.</summary>
    public string? TimeToLiveAttribute { get; init; }

    public string BillingMode { get; init; } = "PROVISIONED";

    public bool IsDeletionProtected { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public SecondaryIndex? Index(string? name) => name is null ? null : Indexes.FirstOrDefault(index => index.Name == name) ?? throw DynamoError.NoIndex(name);

    /// <summary>Checks an item's keys, and those of the indexes where it has them.</summary>
    public void CheckItem(ImmutableDictionary<string, AttributeValue> item)
    {
        foreach (var name in Keys.Names)
        {
            var value = item.GetValueOrDefault(name) ?? throw DynamoError.Validation($"One or more parameter values were invalid: Missing the key {name} in the item");
            if (value.Type != AttributeTypes[name])
            {
                throw DynamoError.Validation($"One or more parameter values were invalid: Type mismatch for key {name} expected: {AttributeTypes[name]} actual: {value.Type}");
            }

            CheckNotEmpty(name, value);
        }

        foreach (var (index, name) in Indexes.SelectMany(index => index.Keys.Names, (index, name) => (index.Name, name)))
        {
            if (item.TryGetValue(name, out var value) && value.Type != AttributeTypes[name])
            {
                throw DynamoError.Validation(
                    $"One or more parameter values were invalid: Type mismatch for Index Key {name} Expected: {AttributeTypes[name]} Actual: {value.Type} IndexName: {index}");
            }
        }
    }

    /// <summary>Checks that a key has the table's key attributes and no others.</summary>
    public void CheckKey(ImmutableDictionary<string, AttributeValue> key)
    {
        if (key.Count != Keys.Names.Count() || !Keys.Names.All(name => key.TryGetValue(name, out var value) && value.Type == AttributeTypes[name]))
        {
            throw DynamoError.Validation("The provided key element does not match the schema");
        }

        foreach (var (name, value) in key)
        {
            CheckNotEmpty(name, value);
        }
    }

    private static void CheckNotEmpty(string name, AttributeValue value)
    {
        if (value is TextValue { Text: "" } or BinaryValue { Base64: "" })
        {
            throw DynamoError.Validation(
                $"One or more parameter values are not valid. The AttributeValue for a key attribute cannot contain an empty {(value is TextValue ? "string" : "binary")} value. Key: {name}");
        }
    }
}
