using System;
using System.Buffers;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>The two JSON forms in which a function tells Lambda of an exception.</summary>
internal static class ExceptionJson
{
    private const int LargestError = 256 * 1024;
    private const int LargestCause = 1024 * 1024;
    private const string Truncated = """{"errorMessage": "Exception exceeded maximum payload size of 256KB."}""";

    private static readonly JsonWriterOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary><c>{"errorType","errorMessage","stackTrace":[],"cause":{},"causes":[]}</c>, the last three where there is something to tell.</summary>
    public static string Write(Exception exception) => Fit(exception, LargestError);

    /// <summary>X-Ray's form for a header; null where it would be too long for one.</summary>
    public static string XRayCause(Exception exception)
    {
        var frames = new StackTrace(exception, true).GetFrames();
        // Header values end at a line end, and this writer emits none.
        var json = ToJson(writer => WriteCause(writer, exception, frames));
        return Encoding.UTF8.GetByteCount(json) < LargestCause ? json : null;
    }

    /// <summary>What does not fit is replaced by a note, from the innermost cause outwards.</summary>
    private static string Fit(Exception exception, long room)
    {
        var json = room > 0 ? ToJson(writer => WriteError(writer, exception, room)) : Truncated;
        return Encoding.UTF8.GetByteCount(json) <= room ? json : Truncated;
    }

    private static void WriteError(Utf8JsonWriter writer, Exception exception, long room)
    {
        writer.WriteStartObject();
        writer.WriteString("errorType", exception.GetType().Name);
        writer.WriteString("errorMessage", exception.Message.Trim(' '));
        if (!string.IsNullOrEmpty(exception.StackTrace))
        {
            writer.WriteStartArray("stackTrace");
            foreach (var line in new StackTrace(exception, true).ToString().Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            {
                writer.WriteStringValue(line);
            }

            writer.WriteEndArray();
        }

        if (exception.InnerException != null)
        {
            writer.WritePropertyName("cause");
            writer.WriteRawValue(Fit(exception.InnerException, room - writer.BytesCommitted - writer.BytesPending));
        }

        if (exception is AggregateException { InnerExceptions.Count: > 0 } aggregate)
        {
            writer.WriteStartArray("causes");
            foreach (var inner in aggregate.InnerExceptions)
            {
                writer.WriteRawValue(Fit(inner, room - writer.BytesCommitted - writer.BytesPending));
            }

            writer.WriteEndArray();
        }

        writer.WriteEndObject();
    }

    private static void WriteCause(Utf8JsonWriter writer, Exception exception, StackFrame[] frames)
    {
        writer.WriteStartObject();
        writer.WriteString("working_directory", Directory.GetCurrentDirectory());
        writer.WriteStartArray("exceptions");
        writer.WriteStartObject();
        writer.WriteString("type", exception.GetType().Name);
        writer.WriteString("message", exception.Message.Trim(' '));
        if (frames.Length > 0)
        {
            writer.WriteStartArray("stack");
            foreach (var frame in frames)
            {
                WriteFrame(writer, frame);
            }

            writer.WriteEndArray();
        }

        writer.WriteEndObject();
        writer.WriteEndArray();
        writer.WriteStartArray("paths");
        foreach (var path in frames.Select(frame => frame.GetFileName()).Where(path => path != null).Distinct())
        {
            writer.WriteStringValue(path);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WriteFrame(Utf8JsonWriter writer, StackFrame frame)
    {
        var method = DiagnosticMethodInfo.Create(frame);
        writer.WriteStartObject();
        if (frame.GetFileName() is { } path)
        {
            writer.WriteString("path", path);
        }

        writer.WriteString("label", method == null ? "Method has been trimmed" : $"{method.DeclaringTypeName?.Split('.', '+').Last()}.{method.Name}");
        if (frame.GetFileName() != null)
        {
            writer.WriteNumber("line", frame.GetFileLineNumber());
        }

        writer.WriteEndObject();
    }

    private static string ToJson(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, Relaxed))
        {
            write(writer);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
