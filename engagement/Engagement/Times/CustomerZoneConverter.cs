using System.Text.Json;
using System.Text.Json.Serialization;

namespace Engagement.Times;

/// <summary>A <see cref="CustomerZone"/> in JSON is its IANA name.</summary>
internal sealed class CustomerZoneConverter : JsonConverter<CustomerZone>
{
    public override CustomerZone Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        CustomerZone.Find(reader.GetString()) ?? throw new JsonException("This is no IANA time zone.");

    public override void Write(Utf8JsonWriter writer, CustomerZone value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.Name);
}
