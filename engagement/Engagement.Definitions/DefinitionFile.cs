using System.Globalization;

namespace Engagement.Definitions;

/// <summary>Reads the text of a definition file, in bounded time and memory whatever the file is.</summary>
internal static class DefinitionFile
{
    /// <summary>Largest file: a template of the most characters, each as long as characters are in UTF-8.</summary>
    public const int LargestBytes = 2_400_000;

    // As many as Linux follows.
    private const int MostLinks = 40;

    /// <param name="path">The file; errors name it as it is given here.</param>
    /// <param name="folder">The folder of the definitions, out of which no link may lead.</param>
    /// <exception cref="DefinitionException">The file does not exist, cannot be read, or is no text.</exception>
    public static string Read(string path, string folder)
    {
        try
        {
            return LinkObjection(path, folder) is { } objection ? throw Refused(path, objection) : Text(path);
        }
        catch (NotUtf8Exception exception)
        {
            throw new DefinitionException(
                [new() { File = path, Line = exception.Line, Column = exception.Column, Message = exception.Message }]);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            throw Refused(path, "the file does not exist");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw Refused(path, $"the file cannot be read: {exception.Message}");
        }
    }

    /// <summary>Why a symbolic link on the way to a file or folder cannot be followed; null when there is none that leads out.</summary>
    /// <param name="path">The file or folder.</param>
    /// <param name="folder">The folder of the definitions.</param>
    public static string? LinkObjection(string path, string folder) =>
        LeadsOut(Path.GetFullPath(path), Path.GetFullPath(folder), MostLinks)
            ? "is a symbolic link out of the folder of the definitions; put the file itself there"
            : null;

    private static bool LeadsOut(string path, string folder, int links)
    {
        var at = folder;
        var way = Path.GetRelativePath(folder, path).Split(Path.DirectorySeparatorChar);
        for (var i = 0; i < way.Length; i++)
        {
            at = Path.GetFullPath(Path.Combine(at, way[i]));
            if (links == 0 || Path.GetRelativePath(folder, at).StartsWith("..", StringComparison.Ordinal))
            {
                return true;
            }

            if (new FileInfo(at).LinkTarget is { } target)
            {
                var followed = Path.Combine([Path.GetDirectoryName(at)!, target, .. way[(i + 1)..]]);
                return LeadsOut(Path.GetFullPath(followed), folder, links - 1);
            }
        }

        return false;
    }

    // A file without a length is not opened: to open a pipe would be to wait for its writer.
    private static string Text(string path)
    {
        if (Directory.Exists(path))
        {
            throw Refused(path, "is a folder; a file is expected");
        }

        var length = new FileInfo(path).Length;
        return length switch
        {
            0 => throw Refused(path, "the file is empty, or is a pipe or device"),
            > LargestBytes => throw TooLarge(path, length),
            _ => Utf8Text.Decode(Bytes(path)),
        };
    }

    private static ReadOnlySpan<byte> Bytes(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
        var bytes = new byte[LargestBytes + 1];
        var read = file.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        return read <= LargestBytes ? bytes.AsSpan(0, read) : throw TooLarge(path, file.Length);
    }

    private static DefinitionException TooLarge(string path, long length) =>
        Refused(path, string.Create(CultureInfo.InvariantCulture, $"has {length} bytes; at most {LargestBytes} are read"));

    private static DefinitionException Refused(string path, string message) => new([new() { File = path, Message = message }]);
}
