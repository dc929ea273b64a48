using System.Text.Json;
using System.Text.Json.Nodes;

namespace Engagement.Local.Aws;

/// <summary>
/// Reads JSON that a caller wrote, as AWS's services read it. Numbers keep their digits. Of several members of one name, the last counts,
/// or all are refused. <see cref="JsonNode.Parse(string, JsonNodeOptions?, JsonDocumentOptions)"/> reads lazily and throws later, in the
/// middle of an operation.
/// </summary>
internal static class WireJson
{
    // An item of DynamoDB nests 32 levels, each of which is two levels of JSON.
    private static readonly JsonDocumentOptions Lenient = new() { MaxDepth = 128 };
    private static readonly JsonDocumentOptions OncePerName = new() { MaxDepth = 128, AllowDuplicateProperties = false };

    /// <summary>Reads a text.</summary>
    /// <param name="json">The text.</param>
    /// <param name="oncePerName">Whether two members of one name are an error.</param>
    /// <exception cref="JsonException">It is not JSON, or holds half a surrogate pair. The message may quote the text.</exception>
    public static JsonNode? Parse(string json, bool oncePerName = false)
    {
        try
        {
            using var document = JsonDocument.Parse(json, oncePerName ? OncePerName : Lenient);
            return Read(document.RootElement);
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException)
        {
            throw NotUnicode(e);
        }
    }

    /// <summary>Reads UTF-8.</summary>
    /// <param name="json">The bytes.</param>
    /// <param name="oncePerName">Whether two members of one name are an error.</param>
    /// <exception cref="JsonException">It is not JSON, is not UTF-8, or holds half a surrogate pair. The message may quote the
    /// text.</exception>
    public static JsonNode? Parse(ReadOnlySpan<byte> json, bool oncePerName = false)
    {
        try
        {
            using var document = JsonDocument.Parse(json.ToArray(), oncePerName ? OncePerName : Lenient);
            return Read(document.RootElement);
        }
        catch (InvalidOperationException e)
        {
            throw NotUnicode(e);
        }
    }

    /// <summary>Whether a text is JSON that can be read.</summary>
    public static bool IsValid(string json)
    {
        try
        {
            _ = Parse(json);
            return true;
        }
        catch (JsonException)
        {
            // The caller says what is wrong, in its own words.
            return false;
        }
    }

    private static JsonNode? Read(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => ReadObject(element),
        JsonValueKind.Array => new JsonArray([.. element.EnumerateArray().Select(Read)]),
        JsonValueKind.String => JsonValue.Create(element.GetString()),
        JsonValueKind.Null => null,
        _ => JsonValue.Create(element.Clone()),
    };

    private static JsonObject ReadObject(JsonElement element)
    {
        var json = new JsonObject();
        foreach (var member in element.EnumerateObject())
        {
            json[member.Name] = Read(member.Value);
        }

        return json;
    }

    private static JsonException NotUnicode(Exception cause) =>
        new("A text holds half a surrogate pair, or bytes that are not UTF-8.", cause);
}
