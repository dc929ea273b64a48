using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Engagement.Local.Lambda.Execution;

/// <summary>
/// Tells whether a pipe holds data, or has ended, without reading it. That is what lets the lines that a function wrote
/// before it answered be taken before its answer is.
/// </summary>
internal static class PipeProbe
{
    private const short PollIn = 1;
    private const int Interrupted = 4;

    private static readonly TimeSpan WindowsInterval = TimeSpan.FromMilliseconds(10);

    /// <summary>Whether a read would return at once.</summary>
    public static bool HasData(SafePipeHandle pipe) => OperatingSystem.IsWindows() ? WindowsHasData(pipe) : Poll(pipe, 0);

    /// <summary>Blocks until a read would return at once.</summary>
    public static void Wait(SafePipeHandle pipe)
    {
        while (!(OperatingSystem.IsWindows() ? WindowsHasData(pipe) : Poll(pipe, -1)))
        {
            if (OperatingSystem.IsWindows())
            {
                Thread.Sleep(WindowsInterval);
            }
        }
    }

    private static bool Poll(SafePipeHandle pipe, int milliseconds)
    {
        var descriptor = new PollDescriptor { File = (int)pipe.DangerousGetHandle(), Events = PollIn };
        var ready = NativePoll(ref descriptor, 1, milliseconds);
        return ready >= 0 || Marshal.GetLastPInvokeError() == Interrupted
            ? ready > 0
            : throw new IOException($"poll failed with error {Marshal.GetLastPInvokeError()}.");
    }

    // A pipe whose writer has gone can no longer be peeked; the read that follows tells of its end.
    private static bool WindowsHasData(SafePipeHandle pipe) =>
        PeekNamedPipe(pipe, 0, 0, 0, out var available, 0) == 0 || available > 0;

    [DllImport("libc", EntryPoint = "poll", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int NativePoll(ref PollDescriptor descriptor, nuint count, int milliseconds);

    [DllImport("kernel32.dll", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern int PeekNamedPipe(SafePipeHandle pipe, nint buffer, uint size, nint read, out uint available, nint left);

    [StructLayout(LayoutKind.Sequential)]
    private struct PollDescriptor
    {
        public int File;
        public short Events;
        public short Returned;
    }
}
