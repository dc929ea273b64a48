using System.IO.Enumeration;
using Engagement.Infra.Configuration;

namespace Infra.Tests.Writing;

/// <summary>A text file of the repository that people write: neither generated nor copied.</summary>
internal sealed record WrittenFile(string Path)
{
    // compat/, plans/ and the charts are generated; packages.lock.json and package-lock.json are a package client's; the licence is
    // Apache's, and the console's libraries are their authors'.
    private static readonly string[] NotWritten =
    [
        "compat/", "plans/", "docs/journeys-charts.md", "eng/PackageLock/packages.lock.json", "tests/Conformance/package-lock.json",
        "LICENSE", "local/WebConsole/web/vendor/",
    ];

    private static readonly string[] NotText = [".png"];

    private static readonly Lazy<string[]> Ignored = new(IgnoredNames);

    private static readonly Lazy<IReadOnlyList<WrittenFile>> Listed = new(List);

    public static IReadOnlyList<WrittenFile> All => Listed.Value;

    public bool IsProse => Path.EndsWith(".md", StringComparison.Ordinal);

    /// <summary>
    /// The lines, each with its number from 1; whether it is code, as all lines are but a page's outside its blocks of code.
    /// </summary>
    public IEnumerable<(int Number, string Text, bool IsCode)> Lines
    {
        get
        {
            var isCode = !IsProse;
            var number = 0;
            foreach (var line in File.ReadLines(System.IO.Path.Combine(RepositoryRoot.Path, Path)))
            {
                isCode ^= IsProse && line.TrimStart().StartsWith("```", StringComparison.Ordinal);
                yield return (++number, line, isCode);
            }
        }
    }

    /// <summary>Fails with all faults, a line each.</summary>
    public static void AssertNone(IEnumerable<string> faults)
    {
        var all = faults.ToList();
        Assert.True(all.Count == 0, string.Join('\n', all));
    }

    // Walks the folders, so that the tests run where there is no git: in an archive, or with the .NET SDK alone.
    private static List<WrittenFile> List() =>
    [
        .. Below(new DirectoryInfo(RepositoryRoot.Path))
            .Select(file => System.IO.Path.GetRelativePath(RepositoryRoot.Path, file.FullName).Replace('\\', '/'))
            .Where(path => !NotWritten.Any(prefix => path.StartsWith(prefix, StringComparison.Ordinal)))
            .Where(path => !NotText.Contains(System.IO.Path.GetExtension(path), StringComparer.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(path => new WrittenFile(path)),
    ];

    private static IEnumerable<FileInfo> Below(DirectoryInfo folder) => folder.EnumerateFileSystemInfos()
        .Where(entry => !Ignored.Value.Any(pattern => FileSystemName.MatchesSimpleExpression(pattern, entry.Name, ignoreCase: false)))
        .SelectMany(entry => entry is DirectoryInfo inner ? Below(inner) : [(FileInfo)entry]);

    // Each line of .gitignore is the name of a folder or a pattern of file names.
    private static string[] IgnoredNames() =>
    [
        ".git",
        .. File.ReadLines(System.IO.Path.Combine(RepositoryRoot.Path, ".gitignore"))
            .Select(line => line.Trim().TrimEnd('/'))
            .Where(line => line.Length > 0 && line[0] != '#'),
    ];
}
