namespace Engagement.Infra.Configuration;

/// <summary>
/// The folder that holds <c>Pulumi.yaml</c>. The search starts where the program was built to. Pulumi knows the folder only while its
/// engine runs, and tests and the local cloud have no engine.
/// </summary>
public static class RepositoryRoot
{
    /// <summary>Absolute path, without a separator at its end.</summary>
    public static string Path { get; } =
        FindFrom(AppContext.BaseDirectory) ?? FindFrom(Directory.GetCurrentDirectory())
        ?? throw new InvalidOperationException(
            $"No folder above '{AppContext.BaseDirectory}' or '{Directory.GetCurrentDirectory()}' holds Pulumi.yaml: run from within the"
                + " repository.");

    private static string? FindFrom(string start)
    {
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(System.IO.Path.Combine(folder.FullName, "Pulumi.yaml")))
            {
                return System.IO.Path.TrimEndingDirectorySeparator(folder.FullName);
            }
        }

        return null;
    }
}
