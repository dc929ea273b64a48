using System.Security.Cryptography;

namespace Engagement.Infra.Functions;

/// <summary>
/// A folder for what one run of a program needs on disk. It goes when the run ends; where a run was killed, the next one that begins
/// removes it. A lock file beside it tells: the operating system keeps the lock as long as the process lives, and no longer.
/// </summary>
internal sealed class RunFolder : IDisposable
{
    private const string LockExtension = ".lock";
    private const int MostAttempts = 10;

    private readonly FileStream running;
    private readonly string lockFile;
    private bool disposed;

    // The lock first: a folder without a lock belongs to no run.
    private RunFolder(string path)
    {
        (Path, lockFile) = (path, path + LockExtension);
        running = new FileStream(lockFile, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None);
        MakePrivate(path);
        AppDomain.CurrentDomain.ProcessExit += OnExit;
    }

    /// <summary>The folder, which is there.</summary>
    public string Path { get; }

    /// <summary>Makes a folder, and removes those that earlier runs have left.</summary>
    /// <param name="parent">Folder that it is made in.</param>
    /// <param name="prefix">What its name begins with; nothing else in the parent may begin so.</param>
    public static RunFolder Create(string parent, string prefix)
    {
        Directory.CreateDirectory(parent);
        Sweep(parent, prefix);
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return new RunFolder(System.IO.Path.Combine(parent, prefix + RandomNumberGenerator.GetHexString(8, lowercase: true)));
            }
            catch (IOException) when (attempt < MostAttempts)
            {
                // Another run that sweeps may open a new lock file before it is locked.
            }
        }
    }

    public void Dispose()
    {
        if (Interlocked.Exchange(ref disposed, true))
        {
            return;
        }

        AppDomain.CurrentDomain.ProcessExit -= OnExit;
        Remove(Path);
        File.Delete(lockFile);
        running.Dispose();
    }

    private void OnExit(object? sender, EventArgs e) => Dispose();

    private static void Sweep(string parent, string prefix)
    {
        foreach (var file in Directory.GetFiles(parent, $"{prefix}*{LockExtension}"))
        {
            using var ended = Lock(file);
            if (ended is not null)
            {
                Remove(file[..^LockExtension.Length]);
                File.Delete(file);
            }
        }

        foreach (var folder in Directory.GetDirectories(parent, $"{prefix}*").Where(folder => !File.Exists(folder + LockExtension)))
        {
            Remove(folder);
        }
    }

    // Null where another process has it, or it is another user's.
    private static FileStream? Lock(string file)
    {
        try
        {
            return new FileStream(file, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static void MakePrivate(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
        }
        else
        {
            Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    private static void Remove(string folder)
    {
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (DirectoryNotFoundException)
        {
            // Another run was faster, or the run ended before it was made.
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Something still writes in it, or it is another user's; a later run tries again.
        }
    }
}
