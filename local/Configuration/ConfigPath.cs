using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace Engagement.Local.Configuration;

/// <summary>
/// A place within a structured setting, as <c>pulumi config set --path</c> and keys of <c>Pulumi.yaml</c> write it: <c>tags.team</c>,
/// <c>zones[0]</c>, <c>tags["cost center"]</c>.
/// </summary>
internal sealed record ConfigPath
{
    private readonly Step[] steps;

    private ConfigPath(string root, Step[] steps) => (Root, this.steps) = (root, steps);

    /// <summary>Name of the setting that it is within.</summary>
    public string Root { get; }

    /// <summary>Whether it names the whole setting.</summary>
    public bool IsWhole => steps.Length == 0;

    /// <exception cref="FormatException">It is no path; the message says what is missing.</exception>
    public static ConfigPath Parse(string text)
    {
        var steps = new List<Step>();
        for (var at = 0; at < text.Length;)
        {
            steps.Add(text[at] switch
            {
                '[' when text.AsSpan(at).StartsWith("[\"") => Quoted(text, ref at),
                '[' => Index(text, ref at),
                '.' when steps.Count > 0 && at + 1 < text.Length && text[at + 1] is not ('.' or '[') => Named(text, at + 1, ref at),
                '.' => throw new FormatException("a name is missing beside a dot"),
                _ => Named(text, at, ref at),
            });
        }

        return steps is [{ Name: { Length: > 0 } root }, ..]
            ? new(root, [.. steps.Skip(1)])
            : throw new FormatException("it begins with no name");
    }

    /// <summary>What stands there; null where nothing does.</summary>
    public bool TryFind(JsonNode? root, out JsonNode? found)
    {
        found = root;
        foreach (var step in steps)
        {
            switch (found, step)
            {
                case (JsonObject map, { Name: { } name }) when map.TryGetPropertyValue(name, out var member):
                    found = member;
                    break;
                case (JsonArray list, { Name: null }) when step.Index < list.Count:
                    found = list[step.Index];
                    break;
                default:
                    return false;
            }
        }

        return true;
    }

    /// <summary>The setting with a value put there.</summary>
    /// <exception cref="FormatException">A part of the path is of another kind than it says.</exception>
    public JsonNode? With(JsonNode? root, JsonNode? value) => With(root, steps, value);

    private static JsonNode? With(JsonNode? node, Step[] steps, JsonNode? value)
    {
        if (steps is not [var step, .. var rest])
        {
            return value;
        }

        if (step.Name is { } name)
        {
            var map = (node ?? new JsonObject()).DeepClone() as JsonObject ?? throw new FormatException("a part of it is no map");
            map[name] = With(map[name], rest, value);
            return map;
        }

        var list = (node ?? new JsonArray()).DeepClone() as JsonArray ?? throw new FormatException("a part of it is no list");
        if (step.Index > list.Count)
        {
            throw new FormatException($"the list has {list.Count} items only");
        }

        if (step.Index == list.Count)
        {
            list.Add(With(null, rest, value));
        }
        else
        {
            list[step.Index] = With(list[step.Index], rest, value);
        }

        return list;
    }

    private static Step Named(string text, int from, ref int at)
    {
        var end = text.AsSpan(from).IndexOfAny('.', '[');
        at = end < 0 ? text.Length : from + end;
        return new(text[from..at], 0);
    }

    private static Step Index(string text, ref int at)
    {
        var end = text.IndexOf(']', at);
        if (end < 0 || !int.TryParse(text.AsSpan(at + 1, end - at - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var index))
        {
            throw new FormatException("an index in brackets is a whole number");
        }

        at = end + 1;
        return new(null, index);
    }

    private static Step Quoted(string text, ref int at)
    {
        var name = new StringBuilder();
        for (at += 2; at < text.Length && text[at] != '"'; at++)
        {
            at += text[at] == '\\' && at + 1 < text.Length && text[at + 1] == '"' ? 1 : 0;
            name.Append(text[at]);
        }

        if (!text.AsSpan(at).StartsWith("\"]"))
        {
            throw new FormatException("a name in brackets ends with a quote and a bracket");
        }

        at += 2;
        return new(name.ToString(), 0);
    }

    private readonly record struct Step(string? Name, int Index);
}
