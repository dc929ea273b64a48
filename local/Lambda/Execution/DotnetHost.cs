using System.Runtime.InteropServices;

namespace Engagement.Local.Lambda.Execution;

/// <summary>The <c>dotnet</c> that starts functions: the one whose runtime this process runs on.</summary>
internal static class DotnetHost
{
    /// <summary>Absolute path of the executable.</summary>
    /// <exception cref="FileNotFoundException">This process runs on a runtime that has none, as a self-contained one does.</exception>
    public static string Path { get; } = Find();

    private static string Find()
    {
        // …/shared/Microsoft.NETCore.App/10.0.0/
        var root = System.IO.Path.GetFullPath(System.IO.Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", ".."));
        var path = System.IO.Path.Combine(root, OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet");
        return File.Exists(path)
            ? path
            : throw new FileNotFoundException(
                $"No dotnet executable at {path}; run the local cloud with an installed .NET, not self-contained.", path);
    }
}
