using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Engagement.Local.DynamoDb.Operations;
using Engagement.Local.DynamoDb.Protocol;
using Engagement.Local.DynamoDb.Values;

namespace Engagement.Local.DynamoDb.Expressions;

/// <summary>
/// A request's <c>ExpressionAttributeNames</c> and <c>ExpressionAttributeValues</c>, and which of them its expressions used.
/// </summary>
internal sealed partial class Placeholders
{
    private const string Names = "ExpressionAttributeNames";
    private const string Values = "ExpressionAttributeValues";
    private const string Projection = "ProjectionExpression";

    private readonly Dictionary<string, string> names;
    private readonly Dictionary<string, AttributeValue> values;
    private readonly HashSet<string> used = new(StringComparer.Ordinal);

    /// <exception cref="Aws.AwsException">A placeholder is malformed, or stands for what DynamoDB does not take.</exception>
    public Placeholders(DynamoCall call)
    {
        CheckKeys(Names, call.Object(Names), '#');
        CheckKeys(Values, call.Object(Values), ':');
        names = (call.Object(Names) ?? [])
            .Where(pair => pair.Value is not null)
            .ToDictionary(pair => pair.Key, pair => NameOf(pair.Key, pair.Value!), StringComparer.Ordinal);
        values = (call.Object(Values) ?? []).ToDictionary(pair => pair.Key, pair => ValueOf(pair.Key, pair.Value), StringComparer.Ordinal);
    }

    /// <summary>Refuses placeholders where there is no expression to use them.</summary>
    /// <param name="call">The request.</param>
    /// <param name="expressions">The expressions that such a request can have.</param>
    public static void DemandExpressions(DynamoCall call, params string[] expressions)
    {
        if (call.Has(Names) && !expressions.Any(call.Has))
        {
            throw DynamoError.Validation($"{Names} can only be specified when using expressions");
        }

        var withValues = expressions.Where(expression => expression != Projection).ToList();
        if (call.Has(Values) && !withValues.Exists(call.Has))
        {
            throw DynamoError.Validation(
                $"{Values} can only be specified when using expressions: {string.Join(" and ", withValues)} "
                    + $"{(withValues.Count > 1 ? "are" : "is")} null");
        }
    }

    public string Name(TokenReader tokens)
    {
        var key = tokens.Take().Text;
        used.Add(key);
        if (names.TryGetValue(key, out var name))
        {
            return name;
        }

        tokens.Note(
            Problem.NamePlaceholder, $"An expression attribute name used in the document path is not defined; attribute name: {key}");
        return key;
    }

    public AttributeValue Value(TokenReader tokens)
    {
        var key = tokens.Take().Text;
        used.Add(key);
        if (values.TryGetValue(key, out var value))
        {
            return value;
        }

        tokens.Note(Problem.ValuePlaceholder, $"An expression attribute value used in expression is not defined; attribute value: {key}");
        return new NullValue();
    }

    /// <exception cref="Aws.AwsException">Some are in no expression.</exception>
    public void DemandAllUsed()
    {
        Demand(Names, names.Keys);
        Demand(Values, values.Keys);
    }

    private static void CheckKeys(string parameter, JsonObject? map, char prefix)
    {
        if (map is { Count: 0 })
        {
            throw DynamoError.Validation($"{parameter} must not be empty");
        }

        if ((map ?? []).FirstOrDefault(pair =>
            pair.Key.Length < 2 || pair.Key[0] != prefix || !Key().IsMatch(pair.Key[1..])).Key is { } bad)
        {
            throw DynamoError.Validation($"{parameter} contains invalid key: Syntax error; key: \"{bad}\"");
        }
    }

    private static string NameOf(string key, JsonNode node)
    {
        var name = node.GetValue<string>();
        return name.Length == 0 ? throw DynamoError.Validation($"{Names} contains invalid value: The name must not be empty for key {key}")
            : Encoding.UTF8.GetByteCount(name) <= Item.LongestName ? name
            : throw DynamoError.Validation(
                $"{Names} contains invalid value: Attribute name is too large, must be less than 65536 bytes for key {key}");
    }

    private static AttributeValue ValueOf(string key, JsonNode? value)
    {
        try
        {
            return AttributeValueReader.Read(value);
        }
        catch (Aws.AwsException problem)
        {
            throw DynamoError.Validation($"{Values} contains invalid value: {problem.Message} for key {key}");
        }
    }

    private void Demand(string parameter, IEnumerable<string> keys)
    {
        if (keys.Where(key => !used.Contains(key)).Order(StringComparer.Ordinal).ToList() is { Count: > 0 } unused)
        {
            throw DynamoError.Validation($"Value provided in {parameter} unused in expressions: keys: {{{string.Join(", ", unused)}}}");
        }
    }

    [GeneratedRegex(@"^[0-9a-zA-Z_]+\z", RegexOptions.CultureInvariant)]
    private static partial Regex Key();
}
