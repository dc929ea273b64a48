using System.Text.Json;
using System.Text.Json.Serialization;

namespace Engagement.Local.Pinpoint.Protocol;

/// <summary>Numbers that a double holds: 1e400 is none, and could not be written back.</summary>
internal sealed class FiniteNumbers : JsonConverter<double>
{
    /// <exception cref="JsonException">The number is too large.</exception>
    public override double Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.Number && reader.TryGetDouble(out var number) && double.IsFinite(number)
            ? number
            : throw new JsonException();

    public override void Write(Utf8JsonWriter writer, double value, JsonSerializerOptions options) => writer.WriteNumberValue(value);
}
