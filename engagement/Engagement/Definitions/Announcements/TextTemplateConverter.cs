using System.Text.Json;
using System.Text.Json.Serialization;

namespace Engagement.Definitions.Announcements;

/// <summary>A <see cref="TextTemplate"/> in JSON is the text that it was read from.</summary>
internal sealed class TextTemplateConverter : JsonConverter<TextTemplate>
{
    public override TextTemplate Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        TextTemplate.TryParse(reader.GetString() ?? "", out var template, out var objection)
            ? template
            : throw new JsonException(objection);

    public override void Write(Utf8JsonWriter writer, TextTemplate value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString());
}
