using System.Collections.Immutable;
using Engagement.Local.DynamoDb.Expressions;
using Engagement.Local.DynamoDb.Values;

namespace Engagement.Local.DynamoDb.Operations;

/// <summary>What a query or scan asks for, as far as the request alone tells it.</summary>
internal sealed record PageExpressions(
    ImmutableDictionary<string, AttributeValue>? Start,
    KeyCondition? Key,
    ParsedCondition? Filter,
    Projection? Projection)
{
    /// <exception cref="Aws.AwsException">One of them is malformed.</exception>
    public static PageExpressions Read(DynamoCall call)
    {
        var start = StartingKey.Read(call.Object("ExclusiveStartKey"));
        var placeholders = new Placeholders(call);
        var key = ConditionParser.Parse("KeyConditionExpression", call.Text("KeyConditionExpression"), placeholders);
        var filter = ConditionParser.Parse("FilterExpression", call.Text("FilterExpression"), placeholders);
        var projection = Projection.Parse(call.Text("ProjectionExpression"), placeholders);
        placeholders.DemandAllUsed();
        return new(start, key is null ? null : new KeyCondition(key.Condition), filter, projection);
    }
}
