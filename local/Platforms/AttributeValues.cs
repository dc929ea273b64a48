using System.Text.Json.Nodes;
using Amazon.DynamoDBv2.Model;

namespace Engagement.Local.Platforms;

/// <summary>DynamoDB's JSON as its client reads it, for the stack's own readers of items.</summary>
internal static class AttributeValues
{
    /// <summary>An item's attributes.</summary>
    public static Dictionary<string, AttributeValue> Read(JsonObject item) =>
        item.ToDictionary(attribute => attribute.Key, attribute => Value(attribute.Value!.AsObject()), StringComparer.Ordinal);

    private static AttributeValue Value(JsonObject tagged) => tagged.Single() switch
    {
        { Key: "S", Value: var text } => new() { S = (string?)text },
        { Key: "N", Value: var number } => new() { N = (string?)number },
        { Key: "BOOL", Value: var flag } => new() { BOOL = (bool?)flag },
        { Key: "L", Value: JsonArray list } => new() { L = [.. list.Select(each => Value(each!.AsObject()))], IsLSet = true },
        { Key: "M", Value: JsonObject map } => new() { M = Read(map), IsMSet = true },
        var other => throw new NotSupportedException($"The stack's items hold no attributes of type {other.Key}."),
    };
}
