using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Engagement.Local.StepFunctions.Data;

/// <summary>Paths that name one place of an object: where a result goes.</summary>
internal static partial class ReferencePath
{
    public static bool IsValid(string path) => Pattern().IsMatch(path);

    /// <summary>The target with a value at that place; objects on the way come to be.</summary>
    /// <exception cref="StateException">Something else than an object is on the way.</exception>
    public static JsonNode? Put(JsonNode? target, string path, JsonNode? value)
    {
        var names = Pattern().Match(path).Groups["name"].Captures.Select(capture => capture.Value.Trim('[', ']', '\'', '.')).ToList();
        if (names.Count == 0)
        {
            return value;
        }

        var root = target is null ? [] : target.DeepClone() as JsonObject ?? throw Mismatch(path);
        var holder = root;
        foreach (var name in names.SkipLast(1))
        {
            holder[name] ??= new JsonObject();
            holder = holder[name] as JsonObject ?? throw Mismatch(path);
        }

        holder[names[^1]] = value?.DeepClone();
        return root;
    }

    private static StateException Mismatch(string path) =>
        new("States.ResultPathMatchFailure", $"Unable to apply ReferencePath {path} to an input that is no object there");

    [GeneratedRegex(@"^\$(?<name>\.[^.\[\]*?@(),:'""\s]+|\['[^']+'\])*$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Pattern();
}
