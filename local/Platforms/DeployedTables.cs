using Amazon.DynamoDBv2.Model;
using Engagement.Local.Cloud;
using Engagement.Local.DynamoDb;

namespace Engagement.Local.Platforms;

/// <summary>The stack's tables, by the names that its program gives them.</summary>
internal static class DeployedTables
{
    /// <summary>The physical name of a table; null where the stack has no such table.</summary>
    public static string? Find(LocalCloud cloud, string name) => cloud.Graph.Find("aws:dynamodb/table:Table", name)?.Id;

    /// <summary>All items of a table; none where there is no such table.</summary>
    public static IEnumerable<Dictionary<string, AttributeValue>> Items(LocalCloud cloud, string name) =>
        Find(cloud, name) is { } table ? cloud.Service<DynamoDbService>().ItemsOf(table).Select(AttributeValues.Read) : [];

    /// <summary>The items of a table that have a text as their partition key; none where there is no such table.</summary>
    public static IEnumerable<Dictionary<string, AttributeValue>> Items(LocalCloud cloud, string name, string partitionKey) =>
        Find(cloud, name) is { } table ? cloud.Service<DynamoDbService>().ItemsOf(table, partitionKey).Select(AttributeValues.Read) : [];
}
