namespace EndToEnd.Tests.Browser;

/// <summary>The browser on this machine, if it has one.</summary>
internal static class Chromium
{
    private static readonly string[] Names = OperatingSystem.IsWindows()
        ? ["chrome.exe", "chromium.exe", "msedge.exe"]
        : ["chromium", "chromium-browser", "google-chrome"];

    /// <summary>
    /// What a container without a display, a sandbox and a network needs; none of it changes how a page behaves.
    /// </summary>
    public static IReadOnlyList<string> Arguments { get; } =
    [
        "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
        "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    /// <summary>Path of the browser, or null where there is none on the PATH.</summary>
    public static string? Path { get; } =
        (from folder in (Environment.GetEnvironmentVariable("PATH") ?? "").Split(System.IO.Path.PathSeparator)
         from name in Names
         let file = System.IO.Path.Combine(folder, name)
         where File.Exists(file)
         select file).FirstOrDefault();
}
