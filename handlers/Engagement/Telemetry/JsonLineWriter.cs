using System.Buffers;
using System.Text.Json;

namespace Engagement.Telemetry;

/// <summary>
/// Writes JSON objects, one a line, each in one piece. Give it the process's standard output as a stream, not <see cref="Console.Out"/>:
/// Lambda's runtime client puts a prefix before each line of the latter, and neither metrics nor log queries understand it.
/// </summary>
/// <param name="output">Where lines go; stays open.</param>
public sealed class JsonLineWriter(Stream output)
{
    private readonly ArrayBufferWriter<byte> line = new(512);
    private readonly Lock gate = new();

    /// <param name="state">Handed to <paramref name="members"/>, so that it needs no closure.</param>
    /// <param name="members">Writes the object's members.</param>
    public void Write<TState>(TState state, Action<Utf8JsonWriter, TState> members)
    {
        lock (gate)
        {
            line.ResetWrittenCount();
            using (var json = new Utf8JsonWriter(line))
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
