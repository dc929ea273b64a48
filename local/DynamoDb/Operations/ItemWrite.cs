using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Engagement.Local.Aws;
using Engagement.Local.DynamoDb.Protocol;
using Engagement.Local.DynamoDb.Tables;
using Engagement.Local.DynamoDb.Values;

namespace Engagement.Local.DynamoDb.Operations;

/// <summary>One write of a batch.</summary>
/// <param name="Table">Name or ARN.</param>
/// <param name="Key">What is deleted; null where something is put.</param>
/// <param name="Item">What is put; null where something is deleted.</param>
internal sealed record ItemWrite(
    string Table, ImmutableDictionary<string, AttributeValue>? Key, ImmutableDictionary<string, AttributeValue>? Item)
{
    private static readonly WireMember Put = new("PutRequest", _ => { });
    private static readonly WireMember Delete = new("DeleteRequest", _ => { });

    /// <exception cref="AwsException">It is neither a put nor a delete, or holds what DynamoDB does not take.</exception>
    public static ItemWrite Read(string table, JsonObject request)
    {
        var write = new DynamoCall(request, [Put, Delete]);
        return (write.Object("PutRequest"), write.Object("DeleteRequest")) switch
        {
            ({ } put, null) => new(table, null, Sized(Attributes(table, put, Members.Item))),
            (null, { } delete) => new(table, Attributes(table, delete, Members.Key), null),
            _ =>
                throw DynamoError.Validation(
                    "Supplied AttributeValue has more than one datatypes set, must contain exactly one of the supported datatypes"),
        };
    }

    /// <summary>The key of the item that it writes.</summary>
    public ImmutableDictionary<string, AttributeValue> KeyIn(TableDefinition table) => Key ?? table.Keys.Select(Item!);

    /// <exception cref="AwsException">The key does not fit the table.</exception>
    public void Check(TableDefinition table)
    {
        if (Item is null)
        {
            table.CheckKey(Key!);
            return;
        }

        // A batch has but one text for an item that lacks its key.
        if (!table.Keys.Names.All(name => Item.TryGetValue(name, out var value) && value.Type == table.TypeOf(name)))
        {
            throw DynamoError.KeyMismatch();
        }

        table.CheckItem(Item);
    }

    private static ImmutableDictionary<string, AttributeValue> Attributes(string table, JsonObject request, WireMember member) =>
        new DynamoCall(
            request,
            [member],
            $"requestItems.{table}.member.1.member.{(member == Members.Item ? "putRequest" : "deleteRequest")}.").Attributes(member.Name);

    private static ImmutableDictionary<string, AttributeValue> Sized(ImmutableDictionary<string, AttributeValue> item)
    {
        Values.Item.CheckSize(item);
        return item;
    }
}
