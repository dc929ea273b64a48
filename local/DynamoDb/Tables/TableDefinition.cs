using System.Collections.Immutable;
using Engagement.Local.DynamoDb.Expressions;
using Engagement.Local.DynamoDb.Protocol;
using Engagement.Local.DynamoDb.Values;

namespace Engagement.Local.DynamoDb.Tables;

/// <summary>What a table is declared to be.</summary>
internal sealed record TableDefinition
{
    // Bytes, from the service quotas.
    private const int LongestHash = 2048;
    private const int LongestRange = 1024;

    public required string Name { get; init; }

    public required string Arn { get; init; }

    public required KeySchema Keys { get; init; }

    /// <summary>Types (<c>S</c>, <c>N</c>, <c>B</c>) of the key attributes of table and indexes.</summary>
    public required ImmutableSortedDictionary<string, string> AttributeTypes { get; init; }

    public ImmutableArray<SecondaryIndex> Indexes { get; init; } = [];

    /// <summary>Attribute that holds the Unix second at which an item expires; null where nothing does.</summary>
    public string? TimeToLiveAttribute { get; init; }

    public string BillingMode { get; init; } = "PROVISIONED";

    /// <summary>Units a second that are paid for; 0 where requests are.</summary>
    public (int Read, int Write) Capacity { get; init; }

    public bool IsDeletionProtected { get; init; }

    /// <summary>Identifies the table for as long as it exists.</summary>
    public Guid Id { get; init; } = Guid.NewGuid();

    public DateTimeOffset CreatedAt { get; init; }

    public SecondaryIndex? Index(string? name) =>
        name is null ? null : Indexes.FirstOrDefault(index => index.Name == name) ?? throw DynamoError.NoIndex(name);

    /// <summary>Type of a key attribute.</summary>
    public string TypeOf(string attribute) => AttributeTypes[attribute];

    /// <summary>Checks an item's keys, and those of the indexes where it has them.</summary>
    /// <exception cref="Aws.AwsException">One is missing, of another type, empty or too long.</exception>
    public void CheckItem(ImmutableDictionary<string, AttributeValue> item)
    {
        foreach (var name in Keys.Names)
        {
            var value = item.GetValueOrDefault(name) ?? throw DynamoError.Invalid($"Missing the key {name} in the item");
            if (value.Type != TypeOf(name))
            {
                throw DynamoError.Invalid($"Type mismatch for key {name} expected: {TypeOf(name)} actual: {value.Type}");
            }

            CheckNotEmpty(name, value);
            CheckSize(value, name == Keys.Hash);
        }

        CheckIndexKeys(item);
    }

    /// <summary>Checks that a key has these key attributes and no others.</summary>
    /// <exception cref="Aws.AwsException">It has not, or one is empty or too long.</exception>
    public void CheckKey(ImmutableDictionary<string, AttributeValue> key)
    {
        if (key.Count != Keys.Names.Count())
        {
            throw DynamoError.KeyMismatch();
        }

        foreach (var name in Keys.Names)
        {
            CheckKeyPart(key, name, name == Keys.Hash);
        }
    }

    /// <summary>Checks one attribute of a key of the table or of an index.</summary>
    public void CheckKeyPart(ImmutableDictionary<string, AttributeValue> key, string name, bool isHash)
    {
        if (!key.TryGetValue(name, out var value) || value.Type != TypeOf(name))
        {
            throw DynamoError.KeyMismatch();
        }

        CheckNotEmpty(name, value);
        CheckSize(value, isHash);
    }

    /// <summary>Refuses paths into key attributes, which are scalars.</summary>
    public void CheckPaths(IEnumerable<DocumentPath> paths)
    {
        var within = paths.Where(path => !path.Steps.IsEmpty).Select(path => path.Attribute).ToHashSet(StringComparer.Ordinal);
        var key =
            Keys.Names.Select(name => (Kind: "Key", Name: name)).Concat(
                Indexes.SelectMany(index => index.Keys.Names, (_, name) => (Kind: "IndexKey", Name: name)))
            .FirstOrDefault(part => within.Contains(part.Name));
        if (key.Name is not null)
        {
            throw DynamoError.Validation(
                $"Key attributes must be scalars; list random access '[]' and map lookup '.' are not allowed: {key.Kind}: {key.Name}");
        }
    }

    /// <summary>Refuses updates of key attributes, and of index keys to what the expression alone shows to be of another type.</summary>
    public void CheckUpdate(Update update)
    {
        if (Keys.Names.FirstOrDefault(name => update.Actions.Any(action => action.Path.Attribute == name)) is { } part)
        {
            throw DynamoError.Invalid($"Cannot update attribute {part}. This attribute is part of the key");
        }

        foreach (var (index, name) in IndexKeys)
        {
            if (Whole(update, name) is { Type: { } type } && type != TypeOf(name))
            {
                throw IndexMismatch(index, name, type);
            }
        }

        CheckPaths(update.Paths);
    }

    /// <summary>Checks the index keys that an update has set.</summary>
    public void CheckUpdated(ImmutableDictionary<string, AttributeValue> item, Update update)
    {
        const string Problem = "The update expression attempted to update the secondary index key to";
        foreach (var (_, name) in IndexKeys)
        {
            if (Whole(update, name) is not null && item.TryGetValue(name, out var value))
            {
                _ = value.Type != TypeOf(name) ? throw DynamoError.Validation($"{Problem} unsupported type")
                    : Empty(value) is { } empty ? throw DynamoError.Validation($"{Problem} a value that is not supported. {empty}.")
                    : value;
            }
        }

        CheckIndexKeys(item);
    }

    /// <summary>Why a value is none that a key can have; null where it can.</summary>
    public static string? Empty(AttributeValue value) => value is TextValue { Text: "" } or BinaryValue { Base64: "" }
        ? $"The AttributeValue for a key attribute cannot contain an empty {(value is TextValue ? "string" : "binary")} value"
        : null;

    private IEnumerable<(string Index, string Name)> IndexKeys => Indexes
        .OrderByDescending(index => index.IsGlobal)
        .SelectMany(index => index.Keys.Names.Skip(index.IsGlobal ? 0 : 1), (index, name) => (index.Name, name));

    private void CheckIndexKeys(ImmutableDictionary<string, AttributeValue> item)
    {
        foreach (var (index, name) in IndexKeys)
        {
            if (!item.TryGetValue(name, out var value))
            {
                continue;
            }

            if (value.Type != TypeOf(name))
            {
                throw IndexMismatch(index, name, value.Type);
            }

            if (Empty(value) is { } empty)
            {
                throw DynamoError.Validation(
                    $"One or more parameter values are not valid. A value specified for a secondary index key is not supported. {empty}. "
                        + $"IndexName: {index}, IndexKey: {name}");
            }

            CheckSize(value, Indexes.First(candidate => candidate.Name == index).Keys.Hash == name);
        }
    }

    private static UpdateAction? Whole(Update update, string attribute) =>
        update.Actions.FirstOrDefault(action => action.Path.Attribute == attribute && action.Path.Steps.IsEmpty);

    private Aws.AwsException IndexMismatch(string index, string name, string actual) =>
        DynamoError.Invalid($"Type mismatch for Index Key {name} Expected: {TypeOf(name)} Actual: {actual} IndexName: {index}");

    private static void CheckNotEmpty(string name, AttributeValue value)
    {
        if (Empty(value) is { } empty)
        {
            throw DynamoError.Validation($"One or more parameter values are not valid. {empty}. Key: {name}");
        }
    }

    private static void CheckSize(AttributeValue value, bool isHash)
    {
        if (value is NumberValue || value.Size <= (isHash ? LongestHash : LongestRange))
        {
            return;
        }

        // AWS's own spelling.
        throw DynamoError.Invalid(isHash
            ? $"Size of hashkey has exceeded the maximum size limit of{LongestHash} bytes"
            : $"Aggregated size of all range keys has exceeded the size limit of {LongestRange} bytes");
    }
}
