using System.Text.Json;
using System.Text.Json.Nodes;

namespace Engagement.Local.DynamoDb.Protocol;

/// <summary>
/// Looks at the JSON types of a request's members, before anything else is looked at. Null stands for a member that is absent.
/// </summary>
/// <remarks>Each method throws a <c>SerializationException</c> where the type is another.</remarks>
internal static class WireType
{
    private const string Structure = "Start of structure or map found where not expected";
    private const string Model = "com.amazonaws.dynamodb.v20120810.";
    private static readonly string[] Yes = ["TRUE", "1", "YES"];
    private static readonly string[] No = ["FALSE", "0", "NO"];

    public static void Text(JsonNode value) => Scalar(value, "String", JsonValueKind.String);

    public static void Integer(JsonNode value) => Scalar(value, "Integer", JsonValueKind.Number);

    public static void Flag(JsonNode value)
    {
        if (value.GetValueKind() != JsonValueKind.String)
        {
            Scalar(value, "Boolean", JsonValueKind.True);
        }
        else if (!Yes.Concat(No).Contains(Upper(value)))
        {
            throw DynamoError.Serialization("Unexpected token received from parser");
        }
    }

    /// <summary>The flag that a member holds after <see cref="Flag"/> let it pass: the service takes some texts for one.</summary>
    public static bool IsSet(JsonNode value) =>
        value.GetValueKind() == JsonValueKind.True || (value.GetValueKind() == JsonValueKind.String && Yes.Contains(Upper(value)));

    public static void Attributes(JsonNode value) => Map(value, $"{Model}AttributeValue", AttributeValue);

    public static void Names(JsonNode value) => Map(value, "java.lang.String", Text);

    /// <summary>An object of members that share a type.</summary>
    public static void Map(JsonNode value, string of, Action<JsonNode> member)
    {
        var members = value as JsonObject ?? throw (value is JsonArray
            ? DynamoError.Serialization($"Unrecognized collection type java.util.Map<java.lang.String, {of}>")
            : DynamoError.Serialization("Unexpected field type"));
        Each(members.Select(pair => pair.Value), member);
    }

    public static void List(JsonNode value, Action<JsonNode> element) =>
        Each(value as JsonArray ?? throw DynamoError.Serialization(value is JsonObject ? Structure : "Unexpected field type"), element);

    /// <summary>A structure of the service model.</summary>
    public static JsonObject Structured(JsonNode value, string shape) => value as JsonObject ?? throw (value is JsonArray
        ? DynamoError.Serialization($"Unrecognized collection type class {Model}{shape}")
        : DynamoError.Serialization("Unexpected value type in payload"));

    private static void AttributeValue(JsonNode value)
    {
        foreach (var (type, content) in Structured(value, "AttributeValue").Where(member => member.Value is not null))
        {
            Content(type)(content!);
        }
    }

    private static Action<JsonNode> Content(string type) => type switch
    {
        "S" or "N" => Text,
        "B" => Bytes,
        "BOOL" or "NULL" => Flag,
        "M" => Attributes,
        "L" => value => List(value, AttributeValue),
        "BS" => value => List(value, Bytes),
        "SS" or "NS" => value => List(value, Text),
        _ => AnyValue,
    };

    // The other types are checked where their values are read.
    private static void AnyValue(JsonNode value)
    {
    }

    private static void Bytes(JsonNode value)
    {
        if (value.GetValueKind() != JsonValueKind.String)
        {
            throw DynamoError.Serialization(value switch
            {
                JsonArray => "Unrecognized collection type class java.nio.ByteBuffer",
                JsonObject => Structure,
                _ => "only base-64-encoded strings are convertible to bytes",
            });
        }

        var text = value.GetValue<string>();
        if (text.Length % 4 != 0)
        {
            throw DynamoError.Serialization($"Base64 encoded length is expected a multiple of 4 bytes but found: {text.Length}");
        }

        var bytes = new byte[text.Length];
        if (!Convert.TryFromBase64String(text, bytes, out var length) || Convert.ToBase64String(bytes, 0, length) != text)
        {
            throw DynamoError.Serialization("Invalid last non-pad Base64 character dectected");
        }
    }

    private static void Scalar(JsonNode value, string type, JsonValueKind expected)
    {
        var kind = value.GetValueKind();
        if (kind != expected && !(expected == JsonValueKind.True && kind == JsonValueKind.False))
        {
            throw DynamoError.Serialization(kind switch
            {
                JsonValueKind.Array => $"Unrecognized collection type class java.lang.{type}",
                JsonValueKind.Object => Structure,
                _ => $"{TokenOf(value)} cannot be converted to {type}",
            });
        }
    }

    private static string TokenOf(JsonNode value) => value.GetValueKind() switch
    {
        JsonValueKind.True => "TRUE_VALUE",
        JsonValueKind.False => "FALSE_VALUE",
        JsonValueKind.String => "STRING_VALUE",
        _ => value.ToJsonString().AsSpan().IndexOfAny(".eE") < 0 || value.GetValue<double>() % 1 == 0 ? "NUMBER_VALUE" : "DECIMAL_VALUE",
    };

    private static void Each(IEnumerable<JsonNode?> values, Action<JsonNode> check)
    {
        foreach (var value in values.OfType<JsonNode>())
        {
            check(value);
        }
    }

    private static string Upper(JsonNode value) => value.GetValue<string>().ToUpperInvariant();
}
