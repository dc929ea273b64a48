using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Engagement.Local.Configuration.Yaml;

namespace Engagement.Local.Configuration;

/// <summary>The type that <c>Pulumi.yaml</c> declares for a setting, with Pulumi's meaning of each.</summary>
/// <param name="Name">One of <c>string</c>, <c>integer</c>, <c>boolean</c>, <c>array</c>, <c>object</c>.</param>
/// <param name="Items">Type of an array's items.</param>
internal sealed record ConfigType(string Name, ConfigType? Items)
{
    private const string Array = "array";

    private static readonly string[] Names = ["string", "integer", "boolean", Array, "object"];

    /// <summary>Reads the members <c>type</c> and <c>items</c> of a declaration.</summary>
    /// <returns>The type; null where none is declared.</returns>
    /// <exception cref="FormatException">There is no such type, or an array says nothing of its items.</exception>
    public static ConfigType? Read(YamlMap declaration, string key)
    {
        if (declaration.Find("type") is not { } type)
        {
            return null;
        }

        if (type.Value is not YamlScalar { Kind: YamlKind.Text, Text: var name } || !Names.Contains(name, StringComparer.Ordinal))
        {
            throw type.Value.Place.Wrong($"{key}.type: is not one of {string.Join(", ", Names)}.");
        }

        var items = declaration.Find("items")?.Value is YamlMap map ? Read(map, $"{key}.items") : null;
        return name == Array && items is null
            ? throw type.Place.Wrong($"{key}.items: is missing; an array says what its items are: items: {{ type: string }}.")
            : new(name, items);
    }

    /// <summary>
    /// Whether a value is of this type. A number or a flag in quotes is one, too; what is encrypted cannot be told, and passes.
    /// </summary>
    public bool Takes(JsonNode? value, Func<string, bool> isSecret)
    {
        var text = value is JsonValue scalar && scalar.GetValueKind() == JsonValueKind.String ? scalar.GetValue<string>() : null;
        return Name switch
        {
            _ when text is not null && isSecret(text) => true,
            "string" => text is not null,
            "integer" =>
                text is not null ? long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _) : IsWhole(value),
            "boolean" => text is "true" or "false" || value?.GetValueKind() is JsonValueKind.True or JsonValueKind.False,
            Array => value is JsonArray list && list.All(item => Items!.Takes(item, isSecret)),
            _ => value is JsonObject,
        };
    }

    public override string ToString() => Items is null ? Name : $"{Name}<{Items}>";

    private static bool IsWhole(JsonNode? value) =>
        value?.GetValueKind() == JsonValueKind.Number &&
        double.Parse(value.ToJsonString(), CultureInfo.InvariantCulture) is var number && number == Math.Truncate(number);
}
