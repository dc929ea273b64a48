using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using Engagement.Local.Lambda.Deployment;
using Engagement.Local.Resources;
using Pulumi;

namespace Engagement.Local.Cloud;

/// <summary>
/// Texts that are equal where inputs are. An archive is its contents, as they are now: the directory may hold something else by the next
/// deployment.
/// </summary>
internal static class InputPrints
{
    /// <exception cref="NotSupportedException">An input is of a kind that cannot be compared.</exception>
    public static ImmutableSortedDictionary<string, string> From(ResourceRequest request) => request.Inputs.ToImmutableSortedDictionary(
        input => input.Key,
        input => Print(request, input.Key, input.Value)?.ToJsonString() ?? "null",
        StringComparer.Ordinal);

    private static JsonNode? Print(ResourceRequest request, string key, object? value) => value switch
    {
        null => null,
        FileArchive => JsonValue.Create(CodeDirectory.Hash(CodeDirectory.Read(request))),
        ImmutableDictionary<string, object> map =>
            new JsonObject(
                map.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair =>
                    KeyValuePair.Create(pair.Key, Print(request, key, pair.Value)))),
        ImmutableArray<object> list => new JsonArray([.. list.Select(item => Print(request, key, item))]),
        string or bool or int or long or double => JsonSerializer.SerializeToNode(value),
        _ =>
            throw new NotSupportedException(
                $"{request.Type} '{request.Name}': {key} is a {value.GetType().Name}, which the local cloud cannot compare with that of "
                    + "another deployment."),
    };
}
