using System.Numerics;
using System.Text.Json;
using Engagement.Local.ApiGateway.MappingTemplates.Evaluation;

namespace Engagement.Local.ApiGateway.MappingTemplates.Variables;

/// <summary>Reads JSON into a template's values. Of members with the same name the last counts.</summary>
internal static class JsonValues
{
    /// <summary>The value, or false where the text is not JSON.</summary>
    public static (bool IsJson, object? Value) Parse(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return (true, Value(document.RootElement));
        }
        catch (JsonException)
        {
            return (false, null);
        }
        catch (InvalidOperationException)
        {
            // Half a surrogate pair, written as an escape, is found only when the text is read.
            return (false, null);
        }
    }

    private static object? Value(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => Map(element),
        JsonValueKind.Array => new TemplateList(element.EnumerateArray().Select(Value), isJson: true),
        JsonValueKind.String => element.GetString(),
        JsonValueKind.Number => Number(element),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => null,
    };

    private static object Number(JsonElement element) =>
        element.TryGetInt64(out var whole) ? new BigInteger(whole) : element.GetDouble();

    private static TemplateMap Map(JsonElement element)
    {
        var map = new TemplateMap();
        foreach (var member in element.EnumerateObject())
        {
            map[member.Name] = Value(member.Value);
        }

        return map;
    }
}
