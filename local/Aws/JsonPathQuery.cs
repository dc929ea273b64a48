using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Engagement.Local.Aws;

/// <summary>JSONPath as AWS services use it. This class alone knows the library that evaluates it.</summary>
internal static partial class JsonPathQuery
{
    /// <summary>What a path leads to: an array of all matches where it could lead to several places.</summary>
    /// <param name="root">Where the path begins.</param>
    /// <param name="path">From <c>$</c> on.</param>
    /// <param name="found">The value, which may be JSON's null.</param>
    /// <returns>Whether it leads anywhere; one that could lead to several places always does.</returns>
    /// <exception cref="FormatException">The path is malformed.</exception>
    public static bool TryFind(JsonNode? root, string path, out JsonNode? found)
    {
        if (path == "$")
        {
            found = root?.DeepClone();
            return true;
        }

        try
        {
            var matches = Read(root).SelectTokens(path).ToList();
            found = IsIndefinite(path) ? new JsonArray([.. matches.Select(Write)]) : matches.Count > 0 ? Write(matches[0]) : null;
            return matches.Count > 0 || IsIndefinite(path);
        }
        catch (JsonException e)
        {
            throw new FormatException($"The path '{path}' is not JSONPath: {e.Message}", e);
        }
    }

    /// <summary>Refuses what is no path.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    public static void Check(string path)
    {
        if (!path.StartsWith('$'))
        {
            throw new FormatException($"The path '{path}' does not begin with $");
        }

        TryFind(new JsonObject(), path, out _);
    }

    /// <summary>Whether a path could lead to several places: wildcards, filters, slices, unions, recursive descent.</summary>
    private static bool IsIndefinite(string path) => Indefinite().IsMatch(Quoted().Replace(path, "''"));

    // Texts that look like dates stay texts.
    private static JToken Read(JsonNode? node)
    {
        using var reader = new JsonTextReader(new StringReader(node?.ToJsonString() ?? "null")) { DateParseHandling = DateParseHandling.None, MaxDepth = 128 };
        return JToken.ReadFrom(reader);
    }

    private static JsonNode? Write(JToken token) => JsonNode.Parse(token.ToString(Formatting.None));

    [GeneratedRegex(@"\.\.|\*|\[\?|\[[^\]]*[:,]", RegexOptions.CultureInvariant)]
    private static partial Regex Indefinite();

    [GeneratedRegex(@"'[^']*'|""[^""]*""", RegexOptions.CultureInvariant)]
    private static partial Regex Quoted();
}
