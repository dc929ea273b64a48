namespace Artifacts.Tests;

/// <summary>A clone of this repository, with what is changed here and not yet committed, that publishes its handlers.</summary>
internal sealed class Clone(string folder)
{
    /// <summary>The clone's root.</summary>
    public string Folder => folder;

    /// <param name="repository">Root of the repository.</param>
    /// <param name="folder">Where the clone goes.</param>
    public static async Task<Clone> OfAsync(string repository, string folder)
    {
        await Command.RunAsync(repository, "git", "clone", "--quiet", repository, folder);
        var files = await Command.RunAsync(repository, "git", "ls-files", "-z", "--cached", "--others", "--exclude-standard");
        foreach (var file in files.Output.Split('\0', StringSplitOptions.RemoveEmptyEntries).Distinct())
        {
            Mirror(Path.Combine(repository, file), Path.Combine(folder, file));
        }

        return new(folder);
    }

    /// <summary>Commits something that no handler is made of.</summary>
    public async Task CommitAsync()
    {
        await File.WriteAllTextAsync(At("NEWS.md"), "Nothing new.\n");
        await Command.RunAsync(folder, "git", "add", "--all");
        await Command.RunAsync(
            folder, "git", "-c", "user.name=Test", "-c", "user.email=test@example.org", "commit", "--quiet", "--message",
            "Tell the news");
    }

    /// <summary>A file of the clone.</summary>
    public string At(string path) => Path.Combine(folder, path);

    /// <summary>Publishes as the infra project's build does.</summary>
    /// <returns>What the build said.</returns>
    public async Task<string> PublishAsync(params IEnumerable<string> options) =>
        (await Command.RunAsync(folder, "dotnet", ["build", "infra", "-t:PublishHandlers", "--nologo", .. options])).Output;

    /// <summary>Whether the build would publish. Does nothing: <c>-question</c> makes MSBuild fail in place of working.</summary>
    public async Task<bool> WouldPublishAsync() =>
        (await Command.TryAsync(folder, "dotnet", "msbuild", "infra", "-t:PublishHandlers", "-question", "-nologo")).ExitCode != 0;

    /// <summary>The published handlers: name and contents, see <see cref="Artifact"/>.</summary>
    public IReadOnlyDictionary<string, string> Handlers() => Directory.GetDirectories(At("artifacts/handlers"))
        .ToDictionary(handler => Path.GetFileName(handler), Artifact.Read);

    private static void Mirror(string source, string target)
    {
        if (!File.Exists(source))
        {
            File.Delete(target);
            return;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        File.Copy(source, target, overwrite: true);
    }
}
