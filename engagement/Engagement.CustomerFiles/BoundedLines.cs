using System.Text;

namespace Engagement.CustomerFiles;

/// <summary>
/// Reads lines, and keeps no more of one than an endpoint or an event can have: a file without line breaks would not fit into memory.
/// </summary>
/// <param name="reader">The text.</param>
internal sealed class BoundedLines(TextReader reader)
{
    /// <summary>Longest line that is kept, 1 MiB of characters: an endpoint has at most 15 KB ("Amazon Pinpoint quotas").</summary>
    public const int Longest = 1024 * 1024;

    private readonly char[] buffer = new char[16 * 1024];
    private readonly StringBuilder line = new();
    private int at;
    private int filled;

    /// <summary>The next line, without its end; null at the end of the text.</summary>
    /// <param name="isCut">Whether the line is longer and was cut.</param>
    public string? Read(out bool isCut)
    {
        line.Clear();
        isCut = false;
        var isAny = false;
        while (at < filled || Fill())
        {
            isAny = true;
            var end = buffer.AsSpan(at, filled - at).IndexOf('\n');
            isCut |= Keep(buffer.AsSpan(at, end < 0 ? filled - at : end));
            at = end < 0 ? filled : at + end + 1;
            if (end >= 0)
            {
                break;
            }
        }

        return isAny ? Text() : null;
    }

    private bool Fill()
    {
        (at, filled) = (0, reader.Read(buffer));
        return filled > 0;
    }

    private bool Keep(ReadOnlySpan<char> part)
    {
        var room = Longest - line.Length;
        line.Append(part[..Math.Min(part.Length, room)]);
        return part.Length > room;
    }

    private string Text()
    {
        if (line.Length > 0 && line[^1] == '\r')
        {
            line.Length--;
        }

        return line.ToString();
    }
}
