using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace Engagement.Infra.Json;

/// <summary>
/// JSON that people review: each member on a line of its own, so that a diff shows the one that changed, and text as people write it.
/// </summary>
internal static class ReadableJson
{
    private static readonly JsonWriterOptions Options = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Write<T>(T value, JsonTypeInfo<T> type) => Write(writer => JsonSerializer.Serialize(writer, value, type));

    public static string Write(JsonNode node) => Write(writer => node.WriteTo(writer));

    private static string Write(Action<Utf8JsonWriter> write)
    {
        using var text = new MemoryStream();
        using (var writer = new Utf8JsonWriter(text, Options))
        {
            write(writer);
        }

        return Encoding.UTF8.GetString(text.ToArray());
    }
}
