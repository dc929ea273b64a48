using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Engagement.Local.DynamoDb.Protocol;
using Engagement.Local.DynamoDb.Tables;
using Engagement.Local.DynamoDb.Values;

namespace Engagement.Local.DynamoDb.Operations;

/// <summary>DescribeTable and ListTables.</summary>
internal sealed class TableOperations(TableStore tables)
{
    // Tables on a page, from the service model.
    private const int LongestPage = 100;

    public IEnumerable<DynamoOperation> Operations =>
    [
        new("DescribeTable", [Members.TableName], Describe),
        new("ListTables",
        [
            new(
                "ExclusiveStartTableName",
                WireType.Text) { IsName = true }, new("Limit", WireType.Integer) { Least = 1, Most = LongestPage },
        ], List),
    ];

    private JsonObject Describe(DynamoCall call)
    {
        var table = tables.Described(call.Required("TableName"));
        var definition = table.Definition;
        var items = table.All();
        var createdAt = definition.CreatedAt.ToUnixTimeMilliseconds() / 1000.0;
        var description = new JsonObject
        {
            ["TableName"] = definition.Name,
            ["TableArn"] = definition.Arn,
            ["TableStatus"] = "ACTIVE",
            ["KeySchema"] = definition.Keys.ToJson(),
            ["AttributeDefinitions"] = new JsonArray(
                [
                    .. definition.AttributeTypes.Select(type =>
                        new JsonObject { ["AttributeName"] = type.Key, ["AttributeType"] = type.Value })
                ]),
            ["TableId"] = $"{definition.Id}",
            ["ProvisionedThroughput"] = Throughput(definition),
            ["CreationDateTime"] = createdAt,
            ["DeletionProtectionEnabled"] = definition.IsDeletionProtected,
            ["ItemCount"] = items.Count,
            ["TableSizeBytes"] = items.Sum(Item.SizeOf),
        };
        if (definition.BillingMode == "PAY_PER_REQUEST")
        {
            description["BillingModeSummary"] = new JsonObject
            {
                ["BillingMode"] = definition.BillingMode,
                ["LastUpdateToPayPerRequestDateTime"] = createdAt
            };
        }

        Add(description, "GlobalSecondaryIndexes", definition, items, global: true);
        Add(description, "LocalSecondaryIndexes", definition, items, global: false);
        return new() { ["Table"] = description };
    }

    private JsonObject List(DynamoCall call)
    {
        var (after, limit) = (call.Text("ExclusiveStartTableName"), call.Number("Limit") ?? LongestPage);
        var names =
            tables.All.Select(table => table.Definition.Name)
                .Where(name => after is null || string.CompareOrdinal(name, after) > 0)
                .ToList();
        var answer = new JsonObject { ["TableNames"] = new JsonArray([.. names.Take(limit).Select(name => JsonValue.Create(name))]) };
        if (names.Count > limit)
        {
            answer["LastEvaluatedTableName"] = names[limit - 1];
        }

        return answer;
    }

    private static JsonObject Throughput(TableDefinition definition) => new()
    {
        ["NumberOfDecreasesToday"] = 0,
        ["ReadCapacityUnits"] = definition.Capacity.Read,
        ["WriteCapacityUnits"] = definition.Capacity.Write,
    };

    private static void Add(
        JsonObject description, string member, TableDefinition definition, IReadOnlyList<ImmutableDictionary<string, AttributeValue>> items,
        bool global)
    {
        if (definition.Indexes.Where(index => index.IsGlobal == global).ToList() is { Count: > 0 } indexes)
        {
            description[member] = new JsonArray(
                [
                    .. indexes.Select(index =>
                        Describe(index, definition, [.. items.Where(index.Keys.IsIn).Select(item => index.Project(item, definition.Keys))]))
                ]);
        }
    }

    private static JsonObject Describe(
        SecondaryIndex index, TableDefinition definition, IReadOnlyList<ImmutableDictionary<string, AttributeValue>> held)
    {
        var description = new JsonObject
        {
            ["IndexName"] = index.Name,
            ["IndexArn"] = $"{definition.Arn}/index/{index.Name}",
            ["KeySchema"] = index.Keys.ToJson(),
            ["Projection"] = Projection(index),
            ["ItemCount"] = held.Count,
            ["IndexSizeBytes"] = held.Sum(Item.SizeOf),
        };
        if (index.IsGlobal)
        {
            description["IndexStatus"] = "ACTIVE";
            description["ProvisionedThroughput"] = Throughput(definition);
        }

        return description;
    }

    private static JsonObject Projection(SecondaryIndex index)
    {
        var projection = new JsonObject { ["ProjectionType"] = index.Projection };
        if (index.Projection == "INCLUDE")
        {
            projection["NonKeyAttributes"] = new JsonArray([.. index.Included.Select(name => JsonValue.Create(name))]);
        }

        return projection;
    }
}
