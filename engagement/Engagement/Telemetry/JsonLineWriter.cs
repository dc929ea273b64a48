using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Engagement.Telemetry;

/// <summary>
/// Writes JSON objects, one a line, each in one piece. Give it the process's standard output as a stream, not <see cref="Console.Out"/>.
/// Lambda's runtime client puts a prefix before each line of the latter, which neither metrics nor log queries understand.
/// </summary>
/// <param name="output">Where lines go; stays open.</param>
public sealed class JsonLineWriter(Stream output)
{
    // Lines are read by people and never stand in HTML, so that an apostrophe may stay one.
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly ArrayBufferWriter<byte> line = new(512);
    private readonly Lock gate = new();

    /// <param name="state">Handed to <paramref name="members"/>, so that it needs no closure.</param>
    /// <param name="members">Writes the object's members.</param>
    public void Write<TState>(TState state, Action<Utf8JsonWriter, TState> members)
    {
        lock (gate)
        {
            line.ResetWrittenCount();
            using (var json = new Utf8JsonWriter(line, Readable))
            {
                json.WriteStartObject();
                members(json, state);
                json.WriteEndObject();
            }

            line.Write("\n"u8);
            output.Write(line.WrittenSpan);
            output.Flush();
        }
    }
}
