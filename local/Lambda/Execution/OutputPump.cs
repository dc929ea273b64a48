using System.IO.Pipes;
using System.Text;

namespace Engagement.Local.Lambda.Execution;

/// <summary>Takes the lines that a process writes to one of its standard streams.</summary>
internal sealed class OutputPump : IDisposable
{
    private static readonly TimeSpan LongestEnd = TimeSpan.FromSeconds(2);

    private readonly Lock gate = new();
    private readonly PipeStream pipe;
    private readonly Action<string> writeLine;
    private readonly Decoder decoder = Encoding.UTF8.GetDecoder();
    private readonly StringBuilder partial = new();
    private readonly byte[] bytes = new byte[16 * 1024];
    private readonly char[] characters = new char[Encoding.UTF8.GetMaxCharCount(16 * 1024)];
    private readonly Thread thread;
    private volatile bool ended;

    public OutputPump(Stream stream, Action<string> writeLine)
    {
        pipe = stream as PipeStream
            ?? throw new NotSupportedException($"A process's output is a {stream.GetType().Name} on this .NET, not a pipe.");
        this.writeLine = writeLine;
        thread = new Thread(Run) { IsBackground = true, Name = "function output" };
        thread.Start();
    }

    /// <summary>Takes all that has been written so far.</summary>
    public void Drain()
    {
        lock (gate)
        {
            while (!ended && PipeProbe.HasData(pipe.SafePipeHandle))
            {
                Read();
            }
        }
    }

    /// <summary>Waits for the end of the stream, which comes with that of the process, and lets go of it.</summary>
    public void Dispose()
    {
        // What a function has started and cut loose may hold the stream open for ever; its reader goes with this process.
        if (thread.Join(LongestEnd))
        {
            pipe.Dispose();
        }
    }

    private void Run()
    {
        while (!ended)
        {
            PipeProbe.Wait(pipe.SafePipeHandle);
            Drain();
        }
    }

    private void Read()
    {
        var count = pipe.Read(bytes);
        ended = count == 0;
        var text = characters.AsSpan(0, decoder.GetChars(bytes.AsSpan(0, count), characters, flush: ended));
        foreach (var range in text.Split('\n'))
        {
            if (range.Start.Value > 0)
            {
                WritePartial();
            }

            partial.Append(text[range]);
        }

        if (ended && partial.Length > 0)
        {
            WritePartial();
        }
    }

    private void WritePartial()
    {
        var line = partial.ToString();
        partial.Clear();
        writeLine(line.EndsWith('\r') ? line[..^1] : line);
    }
}
