namespace Engagement.Local.Control;

/// <summary>The page at <c>/_local</c>.</summary>
internal static class ConsolePage
{
    /// <summary>The page, which asks the control API for all that it shows.</summary>
    public static string Html { get; } = Read();

    private static string Read()
    {
        using var stream = typeof(ConsolePage).Assembly.GetManifestResourceStream(typeof(ConsolePage), "console.html")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
