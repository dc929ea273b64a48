using System;
using System.Buffers;
using System.Text;
using System.Text.Json;
using Amazon.Lambda.Core;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>The two forms of a log line.</summary>
internal static class LogLines
{
    public static string Text(string prefix, LogLevel level, Exception exception, string message)
    {
        var line = new StringBuilder();
        if (prefix != null)
        {
            line.Append(prefix).Append(Label(level)).Append('\t');
        }

        line.Append(message);
        if (exception != null)
        {
            line.Append(message.Length > 0 ? "\n" : "").Append(exception);
        }

        return line.ToString();
    }

    public static string Json(string time, ILambdaContext context, LogLevel level, Exception exception, MessageTemplate message)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            writer.WriteString("timestamp", time);
            writer.WriteString("level", level.ToString());
            WriteIfSet(writer, "requestId", context?.AwsRequestId);
            WriteIfSet(writer, "tenantId", context?.TenantId);
            WriteIfSet(writer, "traceId", context?.TraceId);
            writer.WriteString("message", message.Text);
            foreach (var (name, value) in message.Properties)
            {
                writer.WritePropertyName(name);
                WriteValue(writer, value);
            }

            WriteException(writer, exception);
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void WriteIfSet(Utf8JsonWriter writer, string name, string value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            writer.WriteString(name, value);
        }
    }

    private static void WriteException(Utf8JsonWriter writer, Exception exception)
    {
        if (exception == null)
        {
            return;
        }

        writer.WriteString("errorType", exception.GetType().FullName);
        writer.WriteString("errorMessage", exception.Message);
        writer.WriteStartArray("stackTrace");
        foreach (var line in exception.ToString().Split('\n', StringSplitOptions.TrimEntries))
        {
            writer.WriteStringValue(line);
        }

        writer.WriteEndArray();
    }

    private static void WriteValue(Utf8JsonWriter writer, object value)
    {
        switch (value)
        {
            case bool flag:
                writer.WriteBooleanValue(flag);
                break;
            case byte or sbyte or short or ushort or int or uint or long:
                writer.WriteNumberValue(Convert.ToInt64(value));
                break;
            case ulong large:
                writer.WriteNumberValue(large);
                break;
            case float or double:
                writer.WriteNumberValue(Convert.ToDouble(value));
                break;
            case decimal exact:
                writer.WriteNumberValue(exact);
                break;
            default:
                writer.WriteStringValue(MessageTemplate.Show(value, null));
                break;
        }
    }

    private static string Label(LogLevel level) => level switch
    {
        LogLevel.Trace => "trce",
        LogLevel.Debug => "dbug",
        LogLevel.Information => "info",
        LogLevel.Warning => "warn",
        LogLevel.Error => "fail",
        LogLevel.Critical => "crit",
        _ => level.ToString(),
    };
}
