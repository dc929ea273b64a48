using System.IO.Enumeration;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Engagement.Local.EventBridge.Patterns;

/// <summary>Reads event patterns.</summary>
internal static class PatternParser
{
    private const string Or = "$or";

    public static FieldsNode Fields(JsonObject pattern)
    {
        if (pattern.Count == 0)
        {
            throw Invalid("Empty objects are not allowed");
        }

        return new(
            [.. pattern.Where(field => field.Key != Or).Select(field => KeyValuePair.Create(field.Key, Field(field.Key, field.Value)))],
            pattern[Or] is { } alternatives ? [Alternatives(alternatives)] : []);
    }

    private static PatternNode Field(string name, JsonNode? pattern) => pattern switch
    {
        JsonObject nested => Fields(nested),
        JsonArray { Count: 0 } => throw Invalid("Empty arrays are not allowed"),
        JsonArray leaf => new LeafNode([.. leaf.Select(Matcher)]),
        _ => throw Invalid($"\"{name}\" must be an object or an array"),
    };

    private static IReadOnlyList<PatternNode> Alternatives(JsonNode alternatives) => alternatives is JsonArray { Count: > 1 } list
        ? [.. list.Select(alternative => Fields(alternative as JsonObject ?? throw Invalid($"\"{Or}\" holds objects")))]
        : throw Invalid($"\"{Or}\" must be an array of at least two objects");

    private static Matcher Matcher(JsonNode? pattern)
    {
        if (pattern is not JsonObject content)
        {
            return pattern is JsonArray ? throw Invalid("Match value must be String, number, true, false, or null") : Exactly(pattern);
        }

        if (content.Count != 1)
        {
            throw Invalid("Only one key allowed in match expression");
        }

        var (name, operand) = content.First();
        return name switch
        {
            "exists" when operand?.GetValueKind() is JsonValueKind.True or JsonValueKind.False => (_, exists) => exists == operand.GetValue<bool>(),
            "exists" => throw Invalid("exists match pattern must be either true or false."),
            "numeric" => Numeric(operand),
            "anything-but" => AnythingBut(operand),
            _ => OfText(name, operand),
        };
    }

    private static Matcher Exactly(JsonNode? expected) => (value, exists) => exists && AreEqual(value, expected);

    private static bool AreEqual(JsonNode? value, JsonNode? expected) => (value?.GetValueKind(), expected?.GetValueKind()) switch
    {
        (null, null) => true,
        (JsonValueKind.Number, JsonValueKind.Number) => Number(value!) == Number(expected!),
        (JsonValueKind.String, JsonValueKind.String) => value!.GetValue<string>() == expected!.GetValue<string>(),
        (JsonValueKind.True, JsonValueKind.True) or (JsonValueKind.False, JsonValueKind.False) => true,
        _ => false,
    };

    private static Matcher OfText(string name, JsonNode? operand)
    {
        var test = TextTest(name, operand);
        return (value, exists) => exists && value?.GetValueKind() == JsonValueKind.String && test(value.GetValue<string>());
    }

    private static Func<string, bool> TextTest(string name, JsonNode? operand)
    {
        if (name is not ("prefix" or "suffix" or "equals-ignore-case" or "wildcard"))
        {
            throw Invalid($"Unrecognized match type {name}");
        }

        var ignoresCase = name is "prefix" or "suffix" && operand is JsonObject { Count: 1 } nested && nested.ContainsKey("equals-ignore-case");
        var text = ignoresCase ? operand!["equals-ignore-case"] : operand;
        if (text?.GetValueKind() != JsonValueKind.String)
        {
            throw Invalid($"{name} match pattern must be a string");
        }

        var expected = text.GetValue<string>();
        var comparison = ignoresCase ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;
        return name switch
        {
            "prefix" => value => value.StartsWith(expected, comparison),
            "suffix" => value => value.EndsWith(expected, comparison),
            "wildcard" => value => FileSystemName.MatchesSimpleExpression(expected, value, ignoreCase: false),
            _ => value => string.Equals(value, expected, StringComparison.OrdinalIgnoreCase),
        };
    }

    private static Matcher AnythingBut(JsonNode? operand)
    {
        if (operand is JsonObject { Count: 1 } nested)
        {
            var (name, excluded) = nested.First();
            var tests = (excluded is JsonArray list ? list.ToList() : [excluded]).ConvertAll(text => TextTest(name, text));
            return (value, exists) => exists && !(value?.GetValueKind() == JsonValueKind.String && tests.Exists(test => test(value.GetValue<string>())));
        }

        var values = operand is JsonArray { Count: > 0 } several ? several.ToList() : operand is JsonValue ? [operand] : throw Invalid("Value of anything-but must be an array or single string/number value.");
        return (value, exists) => exists && !values.Exists(excluded => AreEqual(value, excluded));
    }

    private static Matcher Numeric(JsonNode? operand)
    {
        if (operand is not JsonArray { Count: 2 or 4 } parts)
        {
            throw Invalid("Value of numeric must be an array of one or two comparisons.");
        }

        var tests = parts.Chunk(2).Select(pair => Comparison($"{pair[0]}", pair[1])).ToList();
        return (value, exists) => exists && value?.GetValueKind() == JsonValueKind.Number && tests.TrueForAll(test => test(Number(value)));
    }

    private static Func<decimal, bool> Comparison(string name, JsonNode? operand)
    {
        if (operand?.GetValueKind() != JsonValueKind.Number)
        {
            throw Invalid("Value of numeric compares with numbers.");
        }

        var bound = Number(operand);
        return name switch
        {
            "=" => value => value == bound,
            "<" => value => value < bound,
            "<=" => value => value <= bound,
            ">" => value => value > bound,
            ">=" => value => value >= bound,
            _ => throw Invalid($"Unrecognized numeric range operator: {name}"),
        };
    }

    private static decimal Number(JsonNode value) => decimal.TryParse(
        value.ToJsonString(), System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture, out var number)
        ? number
        : decimal.MaxValue;

    private static FormatException Invalid(string reason) => new($"Event pattern is not valid. Reason: {reason}");
}
