using System.Text.Json.Nodes;
using Engagement.Local.DynamoDb.Protocol;
using Engagement.Local.DynamoDb.Values;

namespace Engagement.Local.DynamoDb.Expressions;

/// <summary>A request's <c>ExpressionAttributeNames</c> and <c>ExpressionAttributeValues</c>, and which of them its expressions used.</summary>
internal sealed class Placeholders
{
    private readonly Dictionary<string, string> names;
    private readonly Dictionary<string, AttributeValue> values;
    private readonly HashSet<string> used = new(StringComparer.Ordinal);

    public Placeholders(JsonObject? names, JsonObject? values)
    {
        this.names = (names ?? []).ToDictionary(pair => Syntax("ExpressionAttributeNames", pair.Key, '#'), pair => $"{pair.Value}", StringComparer.Ordinal);
        this.values = (values ?? []).ToDictionary(pair => Syntax("ExpressionAttributeValues", pair.Key, ':'), pair => AttributeValueReader.Read(pair.Value), StringComparer.Ordinal);
    }

    public string Name(TokenReader tokens)
    {
        var key = tokens.Take().Text;
        used.Add(key);
        return names.GetValueOrDefault(key) ?? throw tokens.Invalid($"An expression attribute name used in the document path is not defined; attribute name: {key}");
    }

    public AttributeValue Value(TokenReader tokens)
    {
        var key = tokens.Take().Text;
        used.Add(key);
        return values.GetValueOrDefault(key) ?? throw tokens.Invalid($"An expression attribute value used in expression is not defined; attribute value: {key}");
    }

    /// <exception cref="Aws.AwsException">Some are in no expression.</exception>
    public void DemandAllUsed()
    {
        Demand("ExpressionAttributeNames", names.Keys);
        Demand("ExpressionAttributeValues", values.Keys);
    }

    private static string Syntax(string parameter, string key, char prefix) => key.Length > 1 && key[0] == prefix
        ? key
        : throw DynamoError.Validation($"{parameter} contains invalid key: Syntax error; key: \"{key}\"");

    private void Demand(string parameter, IEnumerable<string> keys)
    {
        if (keys.Where(key => !used.Contains(key)).Order(StringComparer.Ordinal).ToList() is { Count: > 0 } unused)
        {
            throw DynamoError.Validation($"Value provided in {parameter} unused in expressions: keys: {{{string.Join(", ", unused)}}}");
        }
    }
}
