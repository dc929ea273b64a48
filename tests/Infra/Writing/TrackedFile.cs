using System.Diagnostics;
using Engagement.Infra.Configuration;

namespace Infra.Tests.Writing;

/// <summary>A text file that git knows and people write: neither generated nor copied.</summary>
internal sealed record TrackedFile(string Path)
{
    // compat/ and plans/ are generated; packages.lock.json and package-lock.json are a package client's; the licence is Apache's.
    private static readonly string[] NotWritten =
    [
        "compat/", "plans/", "eng/PackageLock/packages.lock.json", "tests/Conformance/package-lock.json", "LICENSE",
    ];

    private static readonly string[] NotText = [".png"];

    private static readonly Lazy<IReadOnlyList<TrackedFile>> Listed = new(List);

    public static IReadOnlyList<TrackedFile> All => Listed.Value;

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

    private static List<TrackedFile> List()
    {
        var start = new ProcessStartInfo("git", ["ls-files", "--cached", "--others", "--exclude-standard"])
        {
            WorkingDirectory = RepositoryRoot.Path,
            RedirectStandardOutput = true,
        };
        using var git = Process.Start(start) ?? throw new InvalidOperationException("git did not start.");
        var paths = git.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        git.WaitForExit();
        Assert.Equal(0, git.ExitCode);
        return
        [
            .. paths.Where(path => !NotWritten.Any(prefix => path.StartsWith(prefix, StringComparison.Ordinal)))
                .Where(path => !NotText.Contains(System.IO.Path.GetExtension(path), StringComparer.Ordinal))
                .Where(path => File.Exists(System.IO.Path.Combine(RepositoryRoot.Path, path)))
                .Select(path => new TrackedFile(path)),
        ];
    }
}
