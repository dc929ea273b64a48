using System.Text.Json;
using System.Text.Json.Nodes;
using Engagement.Local.Aws;

namespace Engagement.Local.StepFunctions.Data;

/// <summary>Payload templates: members whose name ends in <c>.$</c> hold a path or an intrinsic function.</summary>
internal static class PayloadTemplate
{
    private const string Suffix = ".$";

    /// <summary>Refuses templates that could never be filled in.</summary>
    /// <exception cref="FormatException">A member is neither path nor intrinsic function.</exception>
    public static void Check(JsonNode? template)
    {
        if (template is JsonObject json && json.FirstOrDefault(member => json.ContainsKey(member.Key + Suffix)).Key is { } twice)
        {
            throw new FormatException($"The fields '{twice}' and '{twice}{Suffix}' are the same field");
        }

        foreach (var (name, value) in Members(template))
        {
            if (!name.EndsWith(Suffix, StringComparison.Ordinal))
            {
                Check(value);
                continue;
            }

            var text = value?.GetValueKind() == JsonValueKind.String
                ? value.GetValue<string>()
                : throw new FormatException($"The value for the field '{name}' must be a STRING that contains a JSONPath");
            if (text.StartsWith('$'))
            {
                JsonPathQuery.Check(text.StartsWith("$$", StringComparison.Ordinal) ? text[1..] : text);
            }
            else
            {
                IntrinsicParser.Parse(text);
            }
        }
    }

    /// <summary>The template with paths and functions replaced by what they lead to and answer.</summary>
    /// <exception cref="StateException">A path leads nowhere, or a function fails.</exception>
    public static JsonNode? Fill(JsonNode? template, StateData data) => template switch
    {
        JsonObject json => new JsonObject(json.Select(member => member.Key.EndsWith(Suffix, StringComparison.Ordinal)
            ? KeyValuePair.Create(member.Key[..^Suffix.Length], Value(member.Key, member.Value!.GetValue<string>(), data))
            : KeyValuePair.Create(member.Key, Fill(member.Value, data)))),
        JsonArray list => new JsonArray([.. list.Select(element => Fill(element, data))]),
        null => null,
        _ => template.DeepClone(),
    };

    /// <summary>What a path leads to, or an intrinsic function answers.</summary>
    /// <exception cref="StateException">The path leads nowhere, or the function fails.</exception>
    public static JsonNode? Value(string field, string text, StateData data) =>
        text.StartsWith('$') ? data.Find(text, field) : IntrinsicParser.Parse(text).In(data);

    private static IEnumerable<KeyValuePair<string, JsonNode?>> Members(JsonNode? template) => template switch
    {
        JsonObject json => json,
        JsonArray list => list.Select(element => KeyValuePair.Create("", element)),
        _ => [],
    };
}
