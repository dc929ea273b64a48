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
            var matches = Read(root).SelectTokens(path).Select(token => At(root, token)).ToList();
            found = IsIndefinite(path)
                ? new JsonArray([.. matches.Select(match => match?.DeepClone())])
                : matches.Count > 0
                ? matches[0]?.DeepClone()
                : null;
            return matches.Count > 0 || IsIndefinite(path);
        }
#pragma warning disable CA1031 // The library throws what it does not document: for large indexes, odd filters, broken regular expressions.
        catch (Exception e)
#pragma warning restore CA1031
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
        using var reader = new JsonTextReader(new StringReader(node?.ToJsonString() ?? "null"))
        {
            DateParseHandling = DateParseHandling.None,
            MaxDepth = null
        };
        return JToken.ReadFrom(reader);
    }

    // The library finds places; what stands there is taken from the original, because the library would make "Infinity" of 1e400.
    private static JsonNode? At(JsonNode? root, JToken token) => token.Parent switch
    {
        JProperty member => At(root, member.Parent!)![member.Name],
        JArray list => At(root, list)![list.IndexOf(token)],
        _ => root,
    };

    [GeneratedRegex(@"\.\.|\*|\[\?|\[[^\]]*[:,]", RegexOptions.CultureInvariant)]
    private static partial Regex Indefinite();

    [GeneratedRegex(@"'[^']*'|""[^""]*""", RegexOptions.CultureInvariant)]
    private static partial Regex Quoted();
}
