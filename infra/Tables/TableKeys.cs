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
    public static Aws.DynamoDB.TableArgs By(string key, (string Group, string Order) index) => new()
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
                ProjectionType = "ALL",
            },
        },
    };

    private static Aws.DynamoDB.Inputs.TableAttributeArgs Text(string name) => new() { Name = name, Type = "S" };
}
