using Engagement.Local.DynamoDb.Protocol;

namespace Engagement.Local.DynamoDb.Operations;

/// <summary>Operations that DynamoDB has and this cloud has not: asking for one is an error that names it.</summary>
internal static class UnsupportedTableOperations
{
    private static readonly string[] Names =
    [
        "BatchExecuteStatement", "CreateTable", "DeleteTable", "DescribeContinuousBackups", "DescribeEndpoints", "DescribeLimits",
        "DescribeTimeToLive", "ExecuteStatement",
        "ExecuteTransaction", "ListTagsOfResource", "TagResource", "TransactGetItems", "TransactWriteItems", "UntagResource",
        "UpdateContinuousBackups", "UpdateTable", "UpdateTimeToLive",
    ];

    public static IEnumerable<DynamoOperation> Operations { get; } = [
        .. Names.Select(name => new DynamoOperation(name, _ => throw DynamoError.NotDone(name)))
    ];
}
