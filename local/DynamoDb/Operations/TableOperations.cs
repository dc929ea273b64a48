using System.Text.Json.Nodes;
using Engagement.Local.DynamoDb.Tables;

namespace Engagement.Local.DynamoDb.Operations;

/// <summary>DescribeTable and ListTables.</summary>
internal sealed class TableOperations(TableStore tables)
{
    public IEnumerable<DynamoOperation> Operations => [new("DescribeTable", Describe), new("ListTables", List)];

    private JsonObject Describe(DynamoCall call)
    {
        call.Known("TableName");
        var table = tables.Get(call.Required("TableName"));
        var definition = table.Definition;
        var description = new JsonObject
        {
            ["TableName"] = definition.Name,
            ["TableArn"] = definition.Arn,
            ["TableStatus"] = "ACTIVE",
            ["KeySchema"] = definition.Keys.ToJson(),
            ["AttributeDefinitions"] = new JsonArray(
                [.. definition.AttributeTypes.Select(type => new JsonObject { ["AttributeName"] = type.Key, ["AttributeType"] = type.Value })]),
            ["BillingModeSummary"] = new JsonObject { ["BillingMode"] = definition.BillingMode },
            ["CreationDateTime"] = definition.CreatedAt.ToUnixTimeMilliseconds() / 1000.0,
            ["DeletionProtectionEnabled"] = definition.IsDeletionProtected,
            ["ItemCount"] = table.All().Count,
        };
        Add(description, "GlobalSecondaryIndexes", definition, global: true);
        Add(description, "LocalSecondaryIndexes", definition, global: false);
        return new() { ["Table"] = description };
    }

    private JsonObject List(DynamoCall call)
    {
        call.Known();
        return new() { ["TableNames"] = new JsonArray([.. tables.All.Select(table => JsonValue.Create(table.Definition.Name))]) };
    }

    private static void Add(JsonObject description, string member, TableDefinition definition, bool global)
    {
        if (definition.Indexes.Where(index => index.IsGlobal == global).ToList() is { Count: > 0 } indexes)
        {
            description[member] = new JsonArray([.. indexes.Select(index => new JsonObject
            {
                ["IndexName"] = index.Name,
                ["IndexArn"] = $"{definition.Arn}/index/{index.Name}",
                ["IndexStatus"] = "ACTIVE",
                ["KeySchema"] = index.Keys.ToJson(),
                ["Projection"] = new JsonObject { ["ProjectionType"] = index.Projection },
            })]);
        }
    }
}
