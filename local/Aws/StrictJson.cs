using System.Text.Json;
using System.Text.Json.Nodes;

namespace Engagement.Local.Aws;

/// <summary>
/// JSON in which every text is a text: bytes are UTF-8, surrogates come in pairs. The library reads texts late, and would throw in the middle of an operation.
/// </summary>
internal static class StrictJson
{
    // An item of DynamoDB nests 32 levels, each of which is two levels of JSON.
    private const int Deepest = 128;

    private static readonly JsonDocumentOptions Options = new() { MaxDepth = Deepest };

    /// <summary>Reads JSON.</summary>
    /// <exception cref="JsonException">It is none, names a member twice, or holds what is no text.</exception>
    public static JsonNode? Parse(ReadOnlySpan<byte> utf8)
    {
        Check(utf8);
        return JsonNode.Parse(utf8, documentOptions: Options);
    }

    /// <summary>Refuses what <see cref="Parse"/> refuses, for those who read by other means.</summary>
    /// <param name="utf8">What to look at.</param>
    /// <param name="allowRepeatedMembers">Whether an object may name a member twice, as what only passes through may.</param>
    /// <exception cref="JsonException">It is refused; the message quotes nothing of it.</exception>
    public static void Check(ReadOnlySpan<byte> utf8, bool allowRepeatedMembers = false)
    {
        var reader = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = Deepest });
        var members = new Stack<HashSet<string>>();
        while (reader.Read())
        {
            switch (reader.TokenType)
            {
                case JsonTokenType.StartObject:
                    members.Push(new(StringComparer.Ordinal));
                    break;
                case JsonTokenType.EndObject:
                    members.Pop();
                    break;
                case JsonTokenType.PropertyName when !members.Peek().Add(Text(ref reader)) && !allowRepeatedMembers:
                    throw new JsonException("An object names a member twice.");
                case JsonTokenType.String:
                    Text(ref reader);
                    break;
            }
        }
    }

    private static string Text(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException)
        {
            throw new JsonException("A text holds bytes that are not UTF-8, or half a surrogate pair.");
        }
    }
}
