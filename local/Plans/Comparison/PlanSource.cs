using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json.Nodes;

namespace Engagement.Local.Plans.Comparison;

/// <summary>Plans to compare: those of a folder, a single file, or those that a revision in git has in <c>plans/</c>.</summary>
internal static class PlanSource
{
    private static readonly TimeSpan LongestGit = TimeSpan.FromSeconds(30);

    /// <param name="source">A folder, a file, or anything that git takes for a revision.</param>
    /// <param name="repository">Where git is asked.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Environment → plan.</returns>
    /// <exception cref="FormatException">It is none of them, or holds something else than plans.</exception>
    public static async Task<IReadOnlyDictionary<string, JsonObject>> ReadAsync(
        string source, string repository, CancellationToken cancellationToken)
    {
        var files =
            Directory.Exists(source) ? Directory.GetFiles(source, "*.yaml")
                .Select(file => (Name: file, Text: File.ReadAllTextAsync(file, cancellationToken)))
                .ToList()
            : File.Exists(source) ? [(source, File.ReadAllTextAsync(source, cancellationToken))]
            : await OfRevisionAsync(source, repository, cancellationToken);
        var plans = new SortedDictionary<string, JsonObject>(StringComparer.Ordinal);
        foreach (var (name, text) in files)
        {
            var plan = PlanYaml.Read(name, await text);
            plans[(string?)plan["stack"] ?? throw new FormatException($"{name}: it is no plan, for it names no stack.")] = plan;
        }

        return plans;
    }

    private static async Task<List<(string Name, Task<string> Text)>> OfRevisionAsync(
        string revision, string repository, CancellationToken cancellationToken)
    {
        // A revision that begins with a dash would be an option.
        if (revision.StartsWith('-')
            || await GitAsync(
                repository, ["rev-parse", "--verify", "--quiet", $"{revision}^{{commit}}"], cancellationToken) is not { } commit)
        {
            throw new FormatException($"'{revision}' is no folder or file with plans, and no revision that git knows in '{repository}'.");
        }

        var listed =
            await GitAsync(repository, ["ls-tree", "--name-only", "--full-tree", commit.Trim(), $"{PlanFiles.Folder}/"], cancellationToken)
            ?? "";
        return [.. listed.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Where(file => file.EndsWith(".yaml", StringComparison.Ordinal))
            .Select(file => ($"{revision}:{file}", ShowAsync(repository, $"{commit.Trim()}:{file}", cancellationToken)))];
    }

    private static async Task<string> ShowAsync(string repository, string file, CancellationToken cancellationToken) =>
        await GitAsync(repository, ["show", file], cancellationToken) ?? throw new FormatException($"git cannot show '{file}'.");

    private static async Task<string?> GitAsync(string repository, string[] arguments, CancellationToken cancellationToken)
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        timeout.CancelAfter(LongestGit);
        try
        {
            using var git =
                Process.Start(
                    new ProcessStartInfo("git", ["-C", repository, .. arguments])
                    {
                        RedirectStandardOutput = true,
                        RedirectStandardError = true
                    })!;
            var (output, error) = (git.StandardOutput.ReadToEndAsync(timeout.Token), git.StandardError.ReadToEndAsync(timeout.Token));
            await git.WaitForExitAsync(timeout.Token);
            await error;
            return git.ExitCode == 0 ? await output : null;
        }
        catch (Win32Exception e)
        {
            throw new FormatException("git is needed to compare revisions, and is not there; give folders or files with plans instead.", e);
        }
        catch (OperationCanceledException e) when (!cancellationToken.IsCancellationRequested)
        {
            throw new FormatException($"git did not answer within {LongestGit.TotalSeconds} s.", e);
        }
    }
}
