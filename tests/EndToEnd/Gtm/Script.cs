using System.Reflection;

namespace EndToEnd.Tests.Gtm;

/// <summary>The scripts beside this class.</summary>
internal static class Script
{
    public static string Read(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"Gtm/{name}")
            ?? throw new InvalidOperationException($"There is no script '{name}' among the embedded resources.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
