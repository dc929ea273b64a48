using System;
using System.Globalization;
using System.IO;
using System.Text;
using System.Threading;
using System.Threading.Tasks;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>A console writer whose lines go through the function's log; parts of lines pass as they are.</summary>
internal sealed class LineFormattingWriter : TextWriter
{
    private readonly TextWriter inner;
    private readonly Action<string> writeLine;

    public LineFormattingWriter(TextWriter inner, Action<string> writeLine)
        : base(CultureInfo.InvariantCulture)
    {
        this.inner = inner;
        this.writeLine = writeLine;
    }

    public override Encoding Encoding => inner.Encoding;

    public override void Flush() => inner.Flush();

    public override void Write(char value) => inner.Write(value);

    public override void Write(string value) => inner.Write(value);

    public override void Write(char[] buffer, int index, int count) => inner.Write(buffer, index, count);

    public override void Write(ReadOnlySpan<char> buffer) => inner.Write(buffer);

    public override void WriteLine() => writeLine("");

    public override void WriteLine(string value) => writeLine(value);

    public override void WriteLine(object value) => writeLine(value?.ToString());

    public override void WriteLine(bool value) => writeLine(value.ToString());

    public override void WriteLine(char value) => writeLine(value.ToString());

    public override void WriteLine(decimal value) => writeLine(value.ToString(FormatProvider));

    public override void WriteLine(double value) => writeLine(value.ToString(FormatProvider));

    public override void WriteLine(float value) => writeLine(value.ToString(FormatProvider));

    public override void WriteLine(int value) => writeLine(value.ToString(FormatProvider));

    public override void WriteLine(long value) => writeLine(value.ToString(FormatProvider));

    public override void WriteLine(uint value) => writeLine(value.ToString(FormatProvider));

    public override void WriteLine(ulong value) => writeLine(value.ToString(FormatProvider));

    public override void WriteLine(char[] buffer) => writeLine(buffer == null ? "" : new string(buffer));

    public override void WriteLine(char[] buffer, int index, int count) => writeLine(new string(buffer, index, count));

    public override void WriteLine(ReadOnlySpan<char> buffer) => writeLine(new string(buffer));

    public override void WriteLine(StringBuilder value) => writeLine(value?.ToString());

    public override Task WriteLineAsync() => WriteLineAsync("");

    public override Task WriteLineAsync(char value) => WriteLineAsync(value.ToString());

    public override Task WriteLineAsync(string value)
    {
        writeLine(value);
        return Task.CompletedTask;
    }

    public override Task WriteLineAsync(char[] buffer, int index, int count) => WriteLineAsync(new string(buffer, index, count));

    public override Task WriteLineAsync(ReadOnlyMemory<char> buffer, CancellationToken cancellationToken = default) => WriteLineAsync(new string(buffer.Span));

    public override Task WriteLineAsync(StringBuilder value, CancellationToken cancellationToken = default) => WriteLineAsync(value?.ToString());
}
