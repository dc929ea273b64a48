using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Handlers.Tests.Schemas;

/// <summary>
/// Checks JSON against a schema, as far as ours go: JSON Schema draft 7 without the keywords that they do not use, and one of those is an
/// error. The libraries that know all of it are not on every package feed, or not free.
/// </summary>
internal sealed class JsonSchema(JsonObject root)
{
    public JsonObject Root => root;

    public static JsonSchema Load(string path) => new(JsonNode.Parse(File.ReadAllText(path))!.AsObject());

    /// <summary>Where the value is not as the schema says; empty when it is.</summary>
    public IReadOnlyList<string> Check(JsonNode? value)
    {
        var problems = new List<string>();
        Check(root, value, "$", problems);
        return problems;
    }

    public JsonObject Resolve(JsonObject schema) =>
        schema["$ref"] is { } reference
            ? reference.GetValue<string>().Split('/').Skip(1).Aggregate((JsonNode)root, (node, name) => node[name]!).AsObject()
            : schema;

    private void Check(JsonNode schema, JsonNode? value, string path, List<string> problems)
    {
        if (schema is JsonValue allowed)
        {
            Need(allowed.GetValue<bool>(), path, "false", problems);
            return;
        }

        var rules = Resolve(schema.AsObject());
        foreach (var (keyword, rule) in rules)
        {
            Check(keyword, rule!, rules, value, path, problems);
        }
    }

    private void Check(string keyword, JsonNode rule, JsonObject rules, JsonNode? value, string path, List<string> problems)
    {
        switch (keyword)
        {
            case "$schema" or "title" or "description" or "definitions" or "then" or "else":
                break;
            case "type":
                Need(
                    (rule is JsonArray types ? types.Select(type => type!.GetValue<string>()) : [rule.GetValue<string>()])
                        .Contains(TypeOf(value)),
                    path,
                    keyword,
                    problems);
                break;
            case "enum":
                Need(rule.AsArray().Any(each => JsonNode.DeepEquals(each, value)), path, keyword, problems);
                break;
            case "const":
                Need(JsonNode.DeepEquals(rule, value), path, keyword, problems);
                break;
            case "allOf":
                rule.AsArray().ToList().ForEach(each => Check(each!, value, path, problems));
                break;
            case "if":
                var holds = new List<string>();
                Check(rule, value, path, holds);
                Check(rules[holds.Count == 0 ? "then" : "else"]!, value, path, problems);
                break;
            default:
                Check(keyword, rule, rules, value, path, problems, value?.GetValueKind());
                break;
        }
    }

    private void Check(
        string keyword,
        JsonNode rule,
        JsonObject rules,
        JsonNode? value,
        string path,
        List<string> problems,
        JsonValueKind? kind)
    {
        switch (keyword)
        {
            case "pattern" or "minLength" or "maxLength":
                Need(kind != JsonValueKind.String || FitsText(keyword, rule, value!.GetValue<string>()), path, keyword, problems);
                break;
            case "minimum" or "maximum":
                Need(
                    kind != JsonValueKind.Number || (value!.GetValue<double>() >= rule.GetValue<double>()) == (keyword == "minimum")
                        || value.GetValue<double>().Equals(rule.GetValue<double>()),
                    path,
                    keyword,
                    problems);
                break;
            case "items" or "minItems" or "maxItems" or "uniqueItems":
                CheckList(keyword, rule, value as JsonArray, path, problems);
                break;
            case "required" or "properties" or "additionalProperties" or "propertyNames" or "minProperties" or "maxProperties":
                CheckObject(keyword, rule, rules, value as JsonObject, path, problems);
                break;
            default:
                throw new NotSupportedException($"'{keyword}' of a schema is not checked here yet.");
        }
    }

    private static bool FitsText(string keyword, JsonNode rule, string text) => keyword switch
    {
        "pattern" => Regex.IsMatch(text, rule.GetValue<string>(), RegexOptions.CultureInvariant),
        "minLength" => text.Length >= rule.GetValue<int>(),
        _ => text.Length <= rule.GetValue<int>(),
    };

    private void CheckList(string keyword, JsonNode rule, JsonArray? list, string path, List<string> problems)
    {
        if (list is null)
        {
            return;
        }

        switch (keyword)
        {
            case "items":
                for (var i = 0; i < list.Count; i++)
                {
                    Check(rule, list[i], $"{path}[{i}]", problems);
                }

                break;
            case "minItems":
                Need(list.Count >= rule.GetValue<int>(), path, keyword, problems);
                break;
            case "maxItems":
                Need(list.Count <= rule.GetValue<int>(), path, keyword, problems);
                break;
            default:
                Need(list.Select(item => item?.ToJsonString()).Distinct().Count() == list.Count, path, keyword, problems);
                break;
        }
    }

    private void CheckObject(string keyword, JsonNode rule, JsonObject rules, JsonObject? value, string path, List<string> problems)
    {
        foreach (var (name, member) in value ?? [])
        {
            var known = rules["properties"]?[name];
            if (keyword == "properties" && known is not null)
            {
                Check(known, member, $"{path}.{name}", problems);
            }
            else if (keyword == "additionalProperties" && known is null)
            {
                Check(rule, member, $"{path}.{name}", problems);
            }
            else if (keyword == "propertyNames")
            {
                Check(rule, JsonValue.Create(name), $"{path}.{name}", problems);
            }
        }

        Need(
            value is null || keyword switch
            {
                "required" => rule.AsArray().All(name => value.ContainsKey(name!.GetValue<string>())),
                "minProperties" => value.Count >= rule.GetValue<int>(),
                "maxProperties" => value.Count <= rule.GetValue<int>(),
                _ => true,
            },
            path,
            keyword,
            problems);
    }

    private static string TypeOf(JsonNode? value) => value?.GetValueKind() switch
    {
        JsonValueKind.Object => "object",
        JsonValueKind.Array => "array",
        JsonValueKind.String => "string",
        JsonValueKind.Number => "number",
        JsonValueKind.True or JsonValueKind.False => "boolean",
        _ => "null",
    };

    private static void Need(bool holds, string path, string keyword, List<string> problems)
    {
        if (!holds)
        {
            problems.Add($"{path}: {keyword}");
        }
    }
}
