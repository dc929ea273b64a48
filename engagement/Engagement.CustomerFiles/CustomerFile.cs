using System.IO.Compression;
using System.Text;

namespace Engagement.CustomerFiles;

/// <summary>
/// A file of customers: JSON lines or CSV, gzip or not. What it is its beginning says, and not its name: Pinpoint's export jobs write gzip,
/// and its console leaves the format open.
/// </summary>
public sealed class CustomerFile : IDisposable
{
    private const byte FirstOfGzip = 0x1F;
    private const byte SecondOfGzip = 0x8B;

    private readonly FileStream file;
    private readonly StreamReader text;

    private CustomerFile(FileInfo info)
    {
        Info = info;
        file = new(info.FullName, FileMode.Open, FileAccess.Read, FileShare.Read);
        text = new(IsGzip(file) ? new GZipStream(file, CompressionMode.Decompress) : file, Encoding.UTF8);
    }

    /// <summary>The file: its name, its length, and when it was written.</summary>
    public FileInfo Info { get; }

    /// <summary>How many of its bytes are read.</summary>
    public long BytesRead => file.Position;

    /// <summary>Opens a file.</summary>
    /// <exception cref="CustomerFileException">It cannot be opened.</exception>
    public static CustomerFile Open(string path)
    {
        try
        {
            return new(new FileInfo(path));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new CustomerFileException($"{path}: cannot be read: {exception.Message}", exception);
        }
    }

    /// <summary>Reads its rows, once.</summary>
    /// <param name="rules">What holds of all rows.</param>
    /// <param name="after">The line to begin behind; 0 for the beginning.</param>
    /// <exception cref="CustomerFileException">It has a header that is none, or it ends in the midst of its compressed data.</exception>
    public IEnumerable<ImportRow> Read(RowRules rules, long after)
    {
        var lines = new BoundedLines(text);
        IRowFormat? format = null;
        for (var line = 1L; Next(lines, line) is { } next; line++)
        {
            var isHeader = false;
            if (format is null)
            {
                isHeader = !next.Text.AsSpan().TrimStart().StartsWith("{");
                format = isHeader ? CsvRows.Create(Info.Name, next.Text, rules) : new JsonRows(rules);
            }

            if (line > after)
            {
                yield return isHeader ? new ImportRow.Nothing(line)
                    : next.IsCut ? new ImportRow.Wrong(line, ["is longer than an endpoint can be"])
                    : format.Read(line, next.Text);
            }
        }

        if (format is null)
        {
            throw new CustomerFileException($"{Info.Name}: is empty.");
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        text.Dispose();
        file.Dispose();
    }

    private static bool IsGzip(FileStream file)
    {
        var isGzip = file.ReadByte() == FirstOfGzip && file.ReadByte() == SecondOfGzip;
        file.Position = 0;
        return isGzip;
    }

    private (string Text, bool IsCut)? Next(BoundedLines lines, long line)
    {
        try
        {
            return lines.Read(out var isCut) is { } read ? (read, isCut) : null;
        }
        catch (InvalidDataException exception)
        {
            throw new CustomerFileException($"{Info.Name}:{line}: the compressed data is damaged or cut off from here on.", exception);
        }
    }
}
