using System.Text.Json;

namespace Engagement.Local.Iam;

/// <summary>Values of policy elements, which may be one or a list of them.</summary>
internal static class PolicyJson
{
    /// <summary>The values; true, false and numbers as their text.</summary>
    /// <exception cref="FormatException">One is no such value, or holds a policy variable.</exception>
    public static IReadOnlyList<string> Texts(JsonElement value, string element) =>
        value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray().Select(item => Text(item, element))] : [Text(value, element)];

    private static string Text(JsonElement value, string element) => value.ValueKind switch
    {
        JsonValueKind.String when value.GetString()!.Contains("${", StringComparison.Ordinal) =>
            throw new FormatException($"{element} has a policy variable, '{value.GetString()}', which this local cloud does not evaluate"),
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.True or JsonValueKind.False or JsonValueKind.Number => value.GetRawText(),
        _ => throw new FormatException($"{element} is not a text or a list of texts"),
    };
}
