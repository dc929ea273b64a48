using System.IO.MemoryMappedFiles;

namespace Engagement.Local.FunctionClock;

/// <summary>
/// The cloud's clock as other processes see it: a mapped file of one number, which the cloud writes and functions read. One aligned number
/// of
/// eight bytes is written and read whole, so no process waits for another.
/// </summary>
internal sealed class ClockFile : IDisposable
{
    /// <summary>Environment variable that tells a function's process where the file is.</summary>
    public const string Variable = "LOCAL_CLOUD_CLOCK";

    private const int Size = sizeof(long);

    private readonly MemoryMappedViewAccessor view;

    private ClockFile(string path, FileMode mode, FileAccess access, MemoryMappedFileAccess mapped)
    {
        using var handle = File.OpenHandle(path, mode, access, FileShare.ReadWrite | FileShare.Delete);
        if (mode == FileMode.CreateNew)
        {
            RandomAccess.SetLength(handle, Size);
        }

        // What is mapped stays so when file and handle are closed.
        using var file = MemoryMappedFile.CreateFromFile(handle, mapName: null, Size, mapped, HandleInheritability.None, leaveOpen: true);
        view = file.CreateViewAccessor(0, Size, mapped);
    }

    /// <summary>The latest reading. A file that was never written reads as a clock that was never moved.</summary>
    public ClockReading Reading
    {
        get
        {
            // Ticks need 62 bits; the lowest one tells an instant from a distance.
            var number = view.ReadInt64(0);
            return (number & 1) == 0
                ? new(null, new TimeSpan(number >> 1))
                : new(new DateTimeOffset(number >> 1, TimeSpan.Zero), TimeSpan.Zero);
        }

        set => view.Write(0, value.StandsAt is { } instant ? (instant.UtcTicks << 1) | 1 : value.Ahead.Ticks << 1);
    }

    /// <summary>Makes the file.</summary>
    /// <exception cref="IOException">It is there already, or cannot be made.</exception>
    public static ClockFile Create(string path) => new(path, FileMode.CreateNew, FileAccess.ReadWrite, MemoryMappedFileAccess.ReadWrite);

    /// <summary>Opens the file to read it.</summary>
    /// <exception cref="IOException">It is not there, or cannot be read.</exception>
    public static ClockFile Open(string path) => new(path, FileMode.Open, FileAccess.Read, MemoryMappedFileAccess.Read);

    public void Dispose() => view.Dispose();
}
