using System.Text.Json;
using System.Text.Json.Serialization;
using Pulumi;

namespace Engagement.Infra.Functions;

/// <summary>Values of one environment variable: a JSON object that holds texts by their names.</summary>
internal static partial class NamedOutputs
{
    /// <summary>The object as JSON text, its members in the order of their names.</summary>
    public static Output<string> ToJson(IEnumerable<KeyValuePair<string, Output<string>>> values)
    {
        var sorted = values.OrderBy(each => each.Key, StringComparer.Ordinal).ToList();
        return Output.All(sorted.Select(each => each.Value)).Apply(texts =>
            JsonSerializer.Serialize(
                new(sorted.Select(each => each.Key).Zip(texts, KeyValuePair.Create)), TextsJson.Default.OrderedDictionaryStringString));
    }

    [JsonSerializable(typeof(OrderedDictionary<string, string>))]
    private sealed partial class TextsJson : JsonSerializerContext;
}
