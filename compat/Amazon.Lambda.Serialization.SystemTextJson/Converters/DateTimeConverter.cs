using System;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Amazon.Lambda.Serialization.SystemTextJson.Converters;

/// <summary>ISO 8601 text, or a number of seconds (milliseconds where it would lie beyond the year 5000, as Kinesis sends them).</summary>
public class DateTimeConverter : JsonConverter<DateTime>
{
    private const long LargestSeconds = 157_753_180_800;

    public override DateTime Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType is JsonTokenType.String && reader.TryGetDateTime(out var date))
        {
            return date;
        }

        if (reader.TokenType is JsonTokenType.Number)
        {
            return reader.TryGetInt64(out var whole) && whole > LargestSeconds
                ? DateTime.UnixEpoch.AddMilliseconds(whole)
                : DateTime.UnixEpoch.AddSeconds(reader.GetDouble());
        }

        throw new JsonSerializerException($"A DateTime cannot be read from a {reader.TokenType}.");
    }

    public override void Write(Utf8JsonWriter writer, DateTime value, JsonSerializerOptions options) => writer.WriteStringValue(value);
}
