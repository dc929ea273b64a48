using System.Text.Json.Nodes;
using Engagement.Local.Aws;

namespace Engagement.Local.StepFunctions.Data;

/// <summary>What paths of one state lead into.</summary>
/// <param name="Input">Where <c>$</c> begins.</param>
/// <param name="Context">Where <c>$$</c> begins.</param>
internal sealed record StateData(JsonNode? Input, JsonObject Context)
{
    /// <exception cref="StateException">The path's filter does not fit the data.</exception>
    public bool TryFind(string path, out JsonNode? found)
    {
        try
        {
            return path.StartsWith("$$", StringComparison.Ordinal)
                ? JsonPathQuery.TryFind(Context, path[1..], out found)
                : JsonPathQuery.TryFind(Input, path, out found);
        }
        catch (FormatException)
        {
            // The library's own text may quote the data.
            throw StateError.Runtime($"The JSONPath '{path}' cannot be evaluated on the input");
        }
    }

    /// <summary>What a path leads to.</summary>
    /// <param name="path">The path.</param>
    /// <param name="field">The field that has it, for the error.</param>
    /// <exception cref="StateException">It leads nowhere.</exception>
    public JsonNode? Find(string path, string field) => TryFind(path, out var found)
        ? found
        : throw StateError.Runtime($"The JSONPath '{path}' specified for the field '{field}' could not be found in the input");
}
