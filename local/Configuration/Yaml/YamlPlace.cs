using System.Globalization;

namespace Engagement.Local.Configuration.Yaml;

/// <summary>Where something stands in a file.</summary>
/// <param name="File">The file's name, without its folder.</param>
/// <param name="Line">From 1.</param>
/// <param name="Column">From 1.</param>
internal readonly record struct YamlPlace(string File, long Line, long Column)
{
    /// <summary>The error that something at this place is wrong.</summary>
    /// <param name="problem">The key, what is wrong with it, and what to do.</param>
    public FormatException Wrong(string problem) => new($"{this}: {problem}");

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{File}:{Line}:{Column}");
}
