using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using Engagement.Local.DynamoDb.Protocol;

namespace Engagement.Local.DynamoDb.Values;

/// <summary>Reads typed values off the wire, checked as DynamoDB checks them.</summary>
internal static class AttributeValueReader
{
    /// <exception cref="Aws.AwsException">It is no value that DynamoDB takes.</exception>
    public static AttributeValue Read(JsonNode? json)
    {
        if (json is not JsonObject { Count: > 0 } typed)
        {
            throw DynamoError.Validation("Supplied AttributeValue is empty, must contain exactly one of the supported datatypes");
        }

        if (typed.Count > 1)
        {
            throw DynamoError.Validation("Supplied AttributeValue has more than one datatypes set, must contain exactly one of the supported datatypes");
        }

        var (type, content) = typed.First();
        return type switch
        {
            "S" => new TextValue(Text(type, content)),
            "N" => new NumberValue(DynamoNumber.Parse(Text(type, content))),
            "B" => Binary(Text(type, content)),
            "BOOL" => new BooleanValue(Flag(type, content)),
            "NULL" => Flag(type, content) ? new NullValue() : throw DynamoError.Validation("One or more parameter values were invalid: Null attribute value types must have the value of true"),
            "M" => new MapValue(Item.Read(content)),
            "L" => new ListValue([.. Elements(type, content).Select(Read)]),
            "SS" or "NS" or "BS" => Set(type, [.. Elements(type, content)]),
            _ => throw DynamoError.Validation($"Supplied AttributeValue has the datatype {type}, which DynamoDB does not have"),
        };
    }

    private static string Text(string type, JsonNode? content) => content?.GetValueKind() == JsonValueKind.String ? content.GetValue<string>() : throw Unexpected(type);

    private static bool Flag(string type, JsonNode? content) => content?.GetValueKind() is JsonValueKind.True or JsonValueKind.False ? content.GetValue<bool>() : throw Unexpected(type);

    private static JsonArray Elements(string type, JsonNode? content) => content as JsonArray ?? throw Unexpected(type);

    private static BinaryValue Binary(string base64)
    {
        try
        {
            return new(Convert.ToBase64String(Convert.FromBase64String(base64)));
        }
        catch (FormatException)
        {
            throw Unexpected("B");
        }
    }

    private static SetValue Set(string type, IReadOnlyList<JsonNode?> elements)
    {
        if (elements.Count == 0)
        {
            var kind = type switch { "SS" => "An string set ", "NS" => "An number set ", _ => "Binary sets should not be empty" };
            throw DynamoError.Validation($"One or more parameter values were invalid: {kind}{(type == "BS" ? "" : " may not be empty")}");
        }

        var values = elements.Select(element => Read(new JsonObject { [type[..1]] = element?.DeepClone() })).ToList();
        var set = values.ToImmutableHashSet();
        return set.Count == values.Count
            ? new(type, set)
            : throw DynamoError.Validation($"One or more parameter values were invalid: Input collection [{string.Join(", ", elements.Select(element => $"{element}"))}] contains duplicates.");
    }

    private static Aws.AwsException Unexpected(string type) => new(System.Net.HttpStatusCode.BadRequest, "SerializationException", $"The value of type {type} is not what that type holds.");
}
