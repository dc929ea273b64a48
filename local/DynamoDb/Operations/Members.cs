using Engagement.Local.DynamoDb.Protocol;

namespace Engagement.Local.DynamoDb.Operations;

/// <summary>Members that several operations have.</summary>
internal static class Members
{
    public static readonly WireMember TableName = new("TableName", WireType.Text) { Required = true, IsName = true };
    public static readonly WireMember IndexName = new("IndexName", WireType.Text) { IsName = true };
    public static readonly WireMember Key = new("Key", WireType.Attributes) { Required = true };
    public static readonly WireMember Item = new("Item", WireType.Attributes) { Required = true };
    public static readonly WireMember ConsistentRead = new("ConsistentRead", WireType.Flag);
    public static readonly WireMember ConditionExpression = new("ConditionExpression", WireType.Text);
    public static readonly WireMember UpdateExpression = new("UpdateExpression", WireType.Text);
    public static readonly WireMember KeyConditionExpression = new("KeyConditionExpression", WireType.Text);
    public static readonly WireMember FilterExpression = new("FilterExpression", WireType.Text);
    public static readonly WireMember ProjectionExpression = new("ProjectionExpression", WireType.Text);
    public static readonly WireMember ExpressionAttributeValues = new("ExpressionAttributeValues", WireType.Attributes);
    public static readonly WireMember ExpressionAttributeNames = new("ExpressionAttributeNames", WireType.Names);
    public static readonly WireMember ExclusiveStartKey = new("ExclusiveStartKey", WireType.Attributes);
    public static readonly WireMember ScanIndexForward = new("ScanIndexForward", WireType.Flag);
    public static readonly WireMember Limit = new("Limit", WireType.Integer) { Least = 1 };
    public static readonly WireMember Segment = new("Segment", WireType.Integer) { Least = 0 };
    public static readonly WireMember TotalSegments = new("TotalSegments", WireType.Integer) { Least = 1, Most = 1_000_000 };
    public static readonly WireMember Select = new("Select", WireType.Text)
    {
        Choices = ["SPECIFIC_ATTRIBUTES", "COUNT", "ALL_ATTRIBUTES", "ALL_PROJECTED_ATTRIBUTES"]
    };
    public static readonly WireMember ReturnConsumedCapacity = new("ReturnConsumedCapacity", WireType.Text)
    {
        Choices = ["INDEXES", "TOTAL", "NONE"]
    };
    public static readonly WireMember ReturnItemCollectionMetrics = new(
        "ReturnItemCollectionMetrics", WireType.Text)
    { Choices = ["SIZE", "NONE"] };
    public static readonly WireMember ReturnValues = new("ReturnValues", WireType.Text)
    {
        Choices = ["ALL_NEW", "UPDATED_OLD", "ALL_OLD", "NONE", "UPDATED_NEW"]
    };
    public static readonly WireMember ReturnValuesOnConditionCheckFailure = new(
        "ReturnValuesOnConditionCheckFailure", WireType.Text)
    { Choices = ["ALL_OLD", "NONE"] };
}
