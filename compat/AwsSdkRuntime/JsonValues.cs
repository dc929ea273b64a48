using Amazon.Runtime.Internal.Util;
using System;
using System.Collections.Generic;
using System.IO;
using System.Text.Json;

namespace AwsSdkRuntime;

/// <summary>Writes values: elements of lists and maps, and what members consist of.</summary>
internal static class JsonValues
{
    public static void Value(this Utf8JsonWriter writer, string value) => writer.WriteStringValue(value);

    public static void Value(this Utf8JsonWriter writer, long value) => writer.WriteNumberValue(value);

    /// <summary>A blob is base64 text.</summary>
    public static void Value(this Utf8JsonWriter writer, MemoryStream value) => StringUtils.WriteBase64StringValue(writer, value);

    /// <summary>JSON has no NaN and no infinity; AWS takes them as text.</summary>
    public static void Value(this Utf8JsonWriter writer, double value)
    {
        if (StringUtils.IsSpecialDoubleValue(value))
        {
            writer.WriteStringValue(StringUtils.FromSpecialDoubleValue(value));
        }
        else
        {
            writer.WriteNumberValue(value);
        }
    }

    public static void Value(this Utf8JsonWriter writer, IJsonWritable value)
    {
        if (value is null)
        {
            writer.WriteNullValue();
            return;
        }

        writer.WriteStartObject();
        value.WriteMembers(writer);
        writer.WriteEndObject();
    }

    public static void Value<T>(this Utf8JsonWriter writer, List<T> values, Action<Utf8JsonWriter, T> write)
    {
        writer.WriteStartArray();
        foreach (var value in values)
        {
            write(writer, value);
        }

        writer.WriteEndArray();
    }

    public static void Value<T>(this Utf8JsonWriter writer, Dictionary<string, T> values, Action<Utf8JsonWriter, T> write)
    {
        writer.WriteStartObject();
        foreach (var (key, value) in values)
        {
            writer.WritePropertyName(key);
            write(writer, value);
        }

        writer.WriteEndObject();
    }
}
