using Aws = Pulumi.Aws;

namespace Engagement.Infra.Tables;

/// <summary>The keys that tables have. All are texts.</summary>
internal static class TableKeys
{
    /// <summary>Items by one key.</summary>
    public static Aws.DynamoDB.TableArgs By(string key) => new() { HashKey = key, Attributes = { Text(key) } };

    /// <summary>Items in groups, in the order of a second key.</summary>
    public static Aws.DynamoDB.TableArgs By(string group, string order) =>
        new() { HashKey = group, RangeKey = order, Attributes = { Text(group), Text(order) } };

    /// <summary>Items by one key, and those that have a group in its order, too: a sparse index that bears the group's name.</summary>
    /// <param name="key">The key.</param>
    /// <param name="index">The index's keys.</param>
    /// <param name="projection">What the index holds of an item: <c>ALL</c>, or <c>KEYS_ONLY</c>.</param>
    public static Aws.DynamoDB.TableArgs By(string key, (string Group, string Order) index, string projection = "ALL") => new()
    {
        HashKey = key,
        Attributes = { Text(key), Text(index.Group), Text(index.Order) },
        GlobalSecondaryIndexes =
        {
            new Aws.DynamoDB.Inputs.TableGlobalSecondaryIndexArgs
            {
                Name = index.Group,
                HashKey = index.Group,
                RangeKey = index.Order,
                ProjectionType = projection,
            },
        },
    };

    private static Aws.DynamoDB.Inputs.TableAttributeArgs Text(string name) => new() { Name = name, Type = "S" };
}
