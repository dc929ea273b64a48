using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using Pulumi;

namespace Engagement.Infra.Functions;

/// <summary>Texts by their names, of which some are known once their resources are.</summary>
internal static partial class NamedOutputs
{
    /// <summary>An output of the stack that holds all of them.</summary>
    public static Output<ImmutableDictionary<string, string>> ToMap(IReadOnlyList<(string Name, Input<string> Value)> values) =>
        Output.All(values.Select(each => each.Value)).Apply(texts =>
            values.Select(each => each.Name).Zip(texts).ToImmutableDictionary(each => each.First, each => each.Second));

    /// <summary>The value of one environment variable: a JSON object as text, its members in the order of their names.</summary>
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
