using Amazon;
using Amazon.Runtime;
using Amazon.Runtime.Internal.Util;
using System;
using System.Collections.Generic;
using System.IO;
using System.Text.Json;

namespace AwsSdkRuntime;

/// <summary>Writes a member of a structure when it is set.</summary>
internal static class JsonMembers
{
    public static void Member(this Utf8JsonWriter writer, string name, string value)
    {
        if (value is not null)
        {
            writer.WriteString(name, value);
        }
    }

    public static void Member(this Utf8JsonWriter writer, string name, ConstantClass value) => writer.Member(name, value?.Value);

    public static void Member(this Utf8JsonWriter writer, string name, bool? value)
    {
        if (value is { } set)
        {
            writer.WriteBoolean(name, set);
        }
    }

    public static void Member(this Utf8JsonWriter writer, string name, long? value)
    {
        if (value is { } set)
        {
            writer.WriteNumber(name, set);
        }
    }

    public static void Member(this Utf8JsonWriter writer, string name, double? value)
    {
        if (value is { } set)
        {
            writer.WritePropertyName(name);
            writer.Value(set);
        }
    }

    public static void Member(this Utf8JsonWriter writer, string name, MemoryStream value)
    {
        if (value is not null)
        {
            writer.WritePropertyName(name);
            writer.Value(value);
        }
    }

    public static void Member(this Utf8JsonWriter writer, string name, IJsonWritable value)
    {
        if (value is not null)
        {
            writer.WritePropertyName(name);
            writer.Value(value);
        }
    }

    public static void Member<T>(this Utf8JsonWriter writer, string name, List<T> values, Action<Utf8JsonWriter, T> write)
    {
        // Only where the process asks for collections that are never null does an empty one mean "not set".
        if (values is not null && (values.Count > 0 || !AWSConfigs.InitializeCollections))
        {
            writer.WritePropertyName(name);
            writer.Value(values, write);
        }
    }

    public static void Member<T>(this Utf8JsonWriter writer, string name, Dictionary<string, T> values, Action<Utf8JsonWriter, T> write)
    {
        if (values is not null && (values.Count > 0 || !AWSConfigs.InitializeCollections))
        {
            writer.WritePropertyName(name);
            writer.Value(values, write);
        }
    }

    /// <summary>Epoch seconds, the default of both JSON protocols.</summary>
    public static void EpochSeconds(this Utf8JsonWriter writer, string name, DateTime? value)
    {
        if (value is { } set)
        {
            writer.WriteNumber(name, Amazon.Util.AWSSDKUtils.ConvertToUnixEpochSecondsDecimal(set));
        }
    }

    public static void Iso8601(this Utf8JsonWriter writer, string name, DateTime? value)
    {
        if (value is { } set)
        {
            writer.WriteString(name, StringUtils.FromDateTimeToISO8601WithOptionalMs(set));
        }
    }
}
