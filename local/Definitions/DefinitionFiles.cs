using System.Collections.Immutable;
using System.Text;
using Engagement.Definitions;

namespace Engagement.Local.Definitions;

/// <summary>The files of a folder of definitions at one time, by their paths below it, with slashes: such as <c>events.yaml</c>.</summary>
internal sealed class DefinitionFiles
{
    private static readonly DefinitionFiles None = new(ImmutableSortedDictionary.Create<string, byte[]>(StringComparer.Ordinal));

    private readonly ImmutableSortedDictionary<string, byte[]> files;

    private DefinitionFiles(ImmutableSortedDictionary<string, byte[]> files) => this.files = files;

    /// <summary>The paths, in their order.</summary>
    public IEnumerable<string> Paths => files.Keys;

    /// <summary>Reads a folder. Schemas, and what is no definition, are left out.</summary>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public static DefinitionFiles Read(string directory) => new(
        Directory.EnumerateFiles(directory, "*", SearchOption.AllDirectories)
            .Select(file => (File: file, Path: Path.GetRelativePath(directory, file).Replace('\\', '/')))
            .Where(each => DefinitionPath.IsDefinition(each.Path))
            .ToImmutableSortedDictionary(each => each.Path, each => File.ReadAllBytes(each.File), StringComparer.Ordinal));

    /// <summary>The text of a file; null when it is not there.</summary>
    public string? Text(string path) => files.TryGetValue(path, out var bytes) ? Encoding.UTF8.GetString(bytes) : null;

    /// <summary>The same with another text of a file.</summary>
    public DefinitionFiles With(string path, string text) => new(files.SetItem(path, Encoding.UTF8.GetBytes(text)));

    /// <summary>Whether a file is the same in both, or in neither.</summary>
    public bool IsSame(string path, DefinitionFiles other) =>
        files.TryGetValue(path, out var mine) == other.files.TryGetValue(path, out var theirs)
        && mine.AsSpan().SequenceEqual(theirs);

    /// <summary>What is wrong with the definitions, in the order of the files; nothing when a deployment would take them.</summary>
    /// <param name="limits">How much of them the platform takes.</param>
    public IReadOnlyList<DefinitionError> Check(PlatformLimits limits)
    {
        using var copy = Copy();
        try
        {
            _ = DefinitionSet.Load(copy.Folder, limits);
            return [];
        }
        catch (DefinitionException exception)
        {
            return [.. exception.Errors.Select(error => error with { File = Below(copy.Folder, error.File) })];
        }
    }

    /// <summary>A folder that holds these files.</summary>
    public DefinitionCopy Copy()
    {
        var copy = new DefinitionCopy();
        WriteTo(copy.Folder, None);
        return copy;
    }

    /// <summary>Writes the files into a folder, but for those that others have as well.</summary>
    /// <exception cref="IOException">A file cannot be written.</exception>
    public void WriteTo(string folder, DefinitionFiles others)
    {
        foreach (var (path, bytes) in files.Where(file => !IsSame(file.Key, others)))
        {
            var file = Path.Combine(folder, path);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllBytes(file, bytes);
        }
    }

    private static string Below(string folder, string file) => Path.GetRelativePath(folder, file).Replace('\\', '/');
}
