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
    /// <param name="holds">The attributes that the index holds beside the keys. Default: all.</param>
    public static Aws.DynamoDB.TableArgs By(string key, (string Group, string Order) index, string[]? holds = null) => new()
    {
        HashKey = key,
        Attributes = { Text(key), Text(index.Group), Text(index.Order) },
        GlobalSecondaryIndexes = { Index(index.Group, index.Order, holds) },
    };

    private static Aws.DynamoDB.Inputs.TableGlobalSecondaryIndexArgs Index(string group, string order, string[]? holds)
    {
        var index = new Aws.DynamoDB.Inputs.TableGlobalSecondaryIndexArgs
        {
            Name = group,
            HashKey = group,
            RangeKey = order,
            ProjectionType = holds is null ? "ALL" : "INCLUDE",
        };
        if (holds is not null)
        {
            index.NonKeyAttributes = holds;
        }

        return index;
    }

    private static Aws.DynamoDB.Inputs.TableAttributeArgs Text(string name) => new() { Name = name, Type = "S" };
}
