using System.IO.Compression;
using System.Text;

namespace Engagement.CustomerFiles;

/// <summary>A file of lines, gzip or not. Whether it is gzip its beginning says, and not its name.</summary>
public sealed class LineFile : IDisposable
{
    private const byte FirstOfGzip = 0x1F;
    private const byte SecondOfGzip = 0x8B;

    private readonly FileStream file;
    private readonly StreamReader text;

    private LineFile(FileInfo info)
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
    public static LineFile Open(string path)
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

    /// <summary>Reads its lines, once.</summary>
    /// <exception cref="CustomerFileException">It ends in the midst of its compressed data.</exception>
    public IEnumerable<FileLine> Read()
    {
        var lines = new BoundedLines(text);
        for (var number = 1L; Next(lines, number) is { } line; number++)
        {
            yield return line;
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

    private FileLine? Next(BoundedLines lines, long number)
    {
        try
        {
            return lines.Read(out var isCut) is { } read ? new(number, read, isCut) : null;
        }
        catch (InvalidDataException exception)
        {
            throw new CustomerFileException($"{Info.Name}:{number}: the compressed data is damaged or cut off from here on.", exception);
        }
    }
}
