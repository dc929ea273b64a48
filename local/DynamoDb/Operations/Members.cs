using Engagement.Local.DynamoDb.Protocol;

namespace Engagement.Local.DynamoDb.Operations;

/// <summary>Members that several operations have.</summary>
internal static class Members
{
    public static readonly Member TableName = new("TableName", WireType.Text) { Required = true, IsName = true };
    public static readonly Member IndexName = new("IndexName", WireType.Text) { IsName = true };
    public static readonly Member Key = new("Key", WireType.Attributes) { Required = true };
    public static readonly Member Item = new("Item", WireType.Attributes) { Required = true };
    public static readonly Member ConsistentRead = new("ConsistentRead", WireType.Flag);
    public static readonly Member ConditionExpression = new("ConditionExpression", WireType.Text);
    public static readonly Member UpdateExpression = new("UpdateExpression", WireType.Text);
    public static readonly Member KeyConditionExpression = new("KeyConditionExpression", WireType.Text);
    public static readonly Member FilterExpression = new("FilterExpression", WireType.Text);
    public static readonly Member ProjectionExpression = new("ProjectionExpression", WireType.Text);
    public static readonly Member ExpressionAttributeValues = new("ExpressionAttributeValues", WireType.Attributes);
    public static readonly Member ExpressionAttributeNames = new("ExpressionAttributeNames", WireType.Names);
    public static readonly Member ExclusiveStartKey = new("ExclusiveStartKey", WireType.Attributes);
    public static readonly Member ScanIndexForward = new("ScanIndexForward", WireType.Flag);
    public static readonly Member Limit = new("Limit", WireType.Integer) { Least = 1 };
    public static readonly Member Segment = new("Segment", WireType.Integer) { Least = 0 };
    public static readonly Member TotalSegments = new("TotalSegments", WireType.Integer) { Least = 1, Most = 1_000_000 };
    public static readonly Member Select = new("Select", WireType.Text)
    {
        Choices = ["SPECIFIC_ATTRIBUTES", "COUNT", "ALL_ATTRIBUTES", "ALL_PROJECTED_ATTRIBUTES"]
    };
    public static readonly Member ReturnConsumedCapacity = new("ReturnConsumedCapacity", WireType.Text)
    {
        Choices = ["INDEXES", "TOTAL", "NONE"]
    };
    public static readonly Member ReturnItemCollectionMetrics = new(
        "ReturnItemCollectionMetrics", WireType.Text)
    { Choices = ["SIZE", "NONE"] };
    public static readonly Member ReturnValues = new("ReturnValues", WireType.Text)
    {
        Choices = ["ALL_NEW", "UPDATED_OLD", "ALL_OLD", "NONE", "UPDATED_NEW"]
    };
    public static readonly Member ReturnValuesOnConditionCheckFailure = new(
        "ReturnValuesOnConditionCheckFailure", WireType.Text)
    { Choices = ["ALL_OLD", "NONE"] };
}
