using System.Text.Json;

namespace Engagement.CompanyEvents;

/// <summary>A JSON object whose keys are known beforehand.</summary>
internal readonly record struct JsonFields(JsonElement Value, string Key)
{
    public JsonElement this[string name] =>
        Value.ValueKind == JsonValueKind.Object && Value.TryGetProperty(name, out var value) ? value : default;

    public static JsonFields Read(JsonElement value, string key, CompanyEventProblems problems)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            problems.Add(new(key, IsAbsent(value) ? "is missing" : $"an object is expected, not {Kind(value)}"));
        }

        return new(value, key);
    }

    public void RefuseOthers(CompanyEventProblems problems, params string[] known)
    {
        if (Value.ValueKind != JsonValueKind.Object)
        {
            return;
        }

        var others = Value.EnumerateObject().Select(property => property.Name).Except(known, StringComparer.Ordinal);
        problems.AddUnknown(Key, others, _ => $"unknown key; known are {string.Join(", ", known)}");
    }

    public static bool IsAbsent(JsonElement value) => value.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null;

    public static string Kind(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "a list",
        JsonValueKind.String => "a text",
        JsonValueKind.Number => "a number",
        JsonValueKind.True or JsonValueKind.False => "a boolean",
        _ => "nothing",
    };
}
