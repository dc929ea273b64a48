using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using Engagement.Local.DynamoDb.Expressions;
using Engagement.Local.DynamoDb.Protocol;
using Engagement.Local.DynamoDb.Values;

namespace Engagement.Local.DynamoDb.Operations;

/// <summary>A request's members.</summary>
internal sealed class DynamoCall(JsonObject body)
{
    private Placeholders? placeholders;

    /// <summary>The request's placeholders; checked to be all used by <see cref="Placeholders.DemandAllUsed"/>.</summary>
    public Placeholders Placeholders => placeholders ??= new(Object("ExpressionAttributeNames"), Object("ExpressionAttributeValues"));

    /// <summary>Refuses members other than these: what this cloud does not carry out must not pass unnoticed.</summary>
    public void Known(params string[] members)
    {
        if (body.FirstOrDefault(member => member.Value is not null && !members.Contains(member.Key)) is { Key: { } unknown })
        {
            throw DynamoError.NotDone($"member {unknown}");
        }

        foreach (var costs in (string[])["ReturnConsumedCapacity", "ReturnItemCollectionMetrics"])
        {
            if (Text(costs) is { } asked && asked != "NONE")
            {
                throw DynamoError.NotDone($"{costs} {asked}");
            }
        }
    }

    public string? Text(string name) => body[name] is not { } node ? null : node.GetValueKind() == JsonValueKind.String ? node.GetValue<string>() : throw Mistyped(name);

    public string Required(string name) => Text(name) ?? throw Missing(name);

    /// <summary>One of some words; the first where it is absent.</summary>
    public string Choice(string name, params string[] choices) => Text(name) is not { } text ? choices[0]
        : choices.Contains(text) ? text
        : throw DynamoError.Validation($"1 validation error detected: Value '{text}' at '{char.ToLowerInvariant(name[0])}{name[1..]}' failed to satisfy constraint: Member must satisfy enum value set: [{string.Join(", ", choices)}]");

    public bool Flag(string name, bool orElse) =>
        body[name] is not { } node ? orElse : node.GetValueKind() is JsonValueKind.True or JsonValueKind.False ? node.GetValue<bool>() : throw Mistyped(name);

    public int? Number(string name) => body[name] is not { } node ? null : node is JsonValue value && value.TryGetValue<int>(out var number) ? number : throw Mistyped(name);

    public JsonObject? Object(string name) => body[name] is not { } node ? null : node as JsonObject ?? throw Mistyped(name);

    public JsonArray? List(string name) => body[name] is not { } node ? null : node as JsonArray ?? throw Mistyped(name);

    public ImmutableDictionary<string, AttributeValue> Attributes(string name) => Item.Read(Object(name) ?? throw Missing(name));

    private static Aws.AwsException Missing(string name) => DynamoError.Validation(
        $"1 validation error detected: Value null at '{char.ToLowerInvariant(name[0])}{name[1..]}' failed to satisfy constraint: Member must not be null");

    private static Aws.AwsException Mistyped(string name) => new(System.Net.HttpStatusCode.BadRequest, "SerializationException", $"{name} is not of the type that this member has.");
}
