using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Engagement.Local.DynamoDb.Protocol;

namespace Engagement.Local.DynamoDb.Values;

/// <summary>Reads typed values whose JSON types <see cref="WireType"/> has looked at, checked as DynamoDB checks them.</summary>
internal static class AttributeValueReader
{
    // Levels of maps and lists, from the service quotas.
    private const int Deepest = 32;

    /// <param name="json">The value with its type.</param>
    /// <param name="level">How many maps and lists it stands within.</param>
    /// <exception cref="Aws.AwsException">It is no value that DynamoDB takes.</exception>
    public static AttributeValue Read(JsonNode? json, int level = 0)
    {
        var values = (json as JsonObject ?? [])
            .Where(member => member.Value is not null)
            .Select(member => Read(member.Key, member.Value!, level))
            .ToList();
        return values.Count switch
        {
            0 => throw DynamoError.Validation("Supplied AttributeValue is empty, must contain exactly one of the supported datatypes"),
            1 => values[0],
            _ =>
                throw DynamoError.Validation(
                    "Supplied AttributeValue has more than one datatypes set, must contain exactly one of the supported datatypes"),
        };
    }

    private static AttributeValue Read(string type, JsonNode content, int level) => type switch
    {
        "S" => new TextValue(content.GetValue<string>()),
        "N" => new NumberValue(DynamoNumber.Parse(content.GetValue<string>())),
        "B" => new BinaryValue(content.GetValue<string>()),
        "BOOL" => new BooleanValue(WireType.IsSet(content)),
        "NULL" =>
            WireType.IsSet(content) ? new NullValue() : throw DynamoError.Invalid("Null attribute value types must have the value of true"),
        "M" => new MapValue(Item.Read(content.AsObject(), Below(level))),
        "L" => List(content.AsArray(), Below(level)),
        "SS" or "NS" or "BS" => Set(type, content.AsArray()),
        _ => throw DynamoError.Validation($"Supplied AttributeValue has the datatype {type}, which DynamoDB does not have"),
    };

    private static ListValue List(JsonArray elements, int level) => new([.. elements.Select(element => Read(element, level))]);

    private static int Below(int level) => level < Deepest
        ? level + 1
        : throw DynamoError.Validation(
            "Nesting Levels have exceeded supported limits: Attributes in the item have nested levels beyond supported limit");

    private static SetValue Set(string type, JsonArray elements)
    {
        if (elements.Count == 0)
        {
            throw DynamoError.Invalid(
                type switch
                {
                    "SS" => "An string set  may not be empty",
                    "NS" => "An number set  may not be empty",
                    _ => "Binary sets should not be empty",
                });
        }

        if (elements.Any(element => element is null))
        {
            throw DynamoError.Invalid(
                $"An {(type switch { "SS" => "string", "NS" => "number", _ => "binary" })} set may not have a null element");
        }

        var values = elements.Select(element => Read(type[..1], element!, 0)).ToList();
        var set = values.ToImmutableHashSet();
        return set.Count == values.Count ? new(type, set) : throw Repeated(type, $"[{string.Join(", ", elements)}]");
    }

    // Three texts for one mistake, as AWS has them.
    private static Aws.AwsException Repeated(string type, string elements) => type switch
    {
        "SS" => DynamoError.Invalid($"Input collection {elements} contains duplicates."),
        "NS" => DynamoError.Validation("Input collection contains duplicates"),
        _ => DynamoError.Invalid($"Input collection {elements}of type BS contains duplicates."),
    };
}
