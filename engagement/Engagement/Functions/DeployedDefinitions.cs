namespace Engagement.Functions;

/// <summary>The definition files that are deployed with a function.</summary>
public static class DeployedDefinitions
{
    /// <summary>Where a file is.</summary>
    /// <param name="file">Its name, such as <c>events.yaml</c>.</param>
    public static string PathOf(string file) => Path.Combine(AppContext.BaseDirectory, "definitions", file);
}
