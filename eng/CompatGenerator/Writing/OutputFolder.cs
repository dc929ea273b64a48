namespace CompatGenerator.Writing;

/// <summary>A folder whose C# files are generated: all of them, so one that is no longer generated is superfluous.</summary>
internal sealed class OutputFolder(string repositoryRoot, string output)
{
    private readonly string folder = Path.Combine(repositoryRoot, output);

    /// <summary>Makes the folder hold exactly <paramref name="files"/>; answers how many files were written or deleted.</summary>
    public int Write(IReadOnlyList<GeneratedFile> files)
    {
        var changed = 0;
        foreach (var file in files.Where(file => Current(file.Path) != file.Text))
        {
            var path = Path.Combine(folder, file.Path);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, file.Text);
            changed++;
        }

        foreach (var path in Superfluous(files))
        {
            File.Delete(Path.Combine(folder, path));
            changed++;
        }

        return changed;
    }

    /// <summary>What differs, one text a file, ordered by path; empty when nothing does.</summary>
    public IReadOnlyList<string> Compare(IReadOnlyList<GeneratedFile> files)
    {
        var different = files.Where(file => Current(file.Path) != file.Text)
            .Select(file => (file.Path, Text: Difference.Between(Current(file.Path) ?? "", file.Text)));
        var superfluous = Superfluous(files).Select(path => (Path: path, Text: "  not generated any more"));
        return
        [
            .. different.Concat(superfluous)
                .OrderBy(change => change.Path, StringComparer.Ordinal)
                .Select(change => $"{output}/{change.Path}\n{change.Text}"),
        ];
    }

    private string? Current(string path)
    {
        var full = Path.Combine(folder, path);
        return File.Exists(full) ? File.ReadAllText(full) : null;
    }

    private IEnumerable<string> Superfluous(IReadOnlyList<GeneratedFile> files)
    {
        var generated = files.Select(file => file.Path).ToHashSet(StringComparer.Ordinal);
        return Directory.Exists(folder)
            ? Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
                .Select(path => Path.GetRelativePath(folder, path).Replace('\\', '/'))
                .Where(path =>
                    !generated.Contains(path)
                        && !path.StartsWith("obj/", StringComparison.Ordinal)
                        && !path.StartsWith("bin/", StringComparison.Ordinal))
            : [];
    }
}
