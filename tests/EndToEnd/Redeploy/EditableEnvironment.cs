using Engagement.Infra.Configuration;
using Engagement.Local.Configuration;

namespace EndToEnd.Tests.Redeploy;

/// <summary>An environment with definitions and settings of its own, which a test edits before it deploys again.</summary>
internal sealed class EditableEnvironment : IAsyncDisposable
{
    private readonly DirectoryInfo definitions = Directory.CreateTempSubdirectory("definitions-");
    private readonly Dictionary<string, string> settings = [];

    /// <summary>One that is not started yet.</summary>
    /// <param name="start">What the clock shows first; null for the machine's time.</param>
    public EditableEnvironment(DateTimeOffset? start = null)
    {
        foreach (var file in Directory.EnumerateFiles(Path.Combine(RepositoryRoot.Path, "definitions"), "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(definitions.FullName, Path.GetRelativePath(Path.Combine(RepositoryRoot.Path, "definitions"), file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        Dev = new DevEnvironment(start ?? TimeProvider.System.GetUtcNow()) { Settings = Edited };
    }

    public DevEnvironment Dev { get; }

    public static async Task<EditableEnvironment> StartAsync()
    {
        var environment = new EditableEnvironment();
        await environment.Dev.InitializeAsync();
        return environment;
    }

    /// <summary>Writes a definition file anew.</summary>
    public void Write(string file, string text)
    {
        var path = Path.Combine(definitions.FullName, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    /// <summary>Replaces a text of a definition file, which must be there.</summary>
    public void Edit(string file, string text, string by)
    {
        var path = Path.Combine(definitions.FullName, file);
        var before = File.ReadAllText(path);
        Assert.Contains(text, before, StringComparison.Ordinal);
        File.WriteAllText(path, before.Replace(text, by, StringComparison.Ordinal));
    }

    /// <summary>Cuts a definition file, from a text up to another one, which stays.</summary>
    public void Cut(string file, string from, string to)
    {
        var path = Path.Combine(definitions.FullName, file);
        var text = File.ReadAllText(path);
        var start = text.IndexOf(from, StringComparison.Ordinal);
        var end = to.Length == 0 ? text.Length : text.IndexOf(to, start, StringComparison.Ordinal);
        Assert.True(start >= 0 && end > start, $"'{from}' and '{to}' are not in {file}.");
        File.WriteAllText(path, text[..start] + text[end..]);
    }

    /// <summary>Removes a folder of the definitions.</summary>
    public void Remove(string folder) => Directory.Delete(Path.Combine(definitions.FullName, folder), recursive: true);

    /// <summary>Sets a key of the stack's configuration.</summary>
    public void Set(string key, string value) => settings[key] = value;

    public Task<Redeployment> DeployAsync() => Redeployment.RunAsync(Dev.Http);

    public async ValueTask DisposeAsync()
    {
        await Dev.DisposeAsync();
        definitions.Delete(recursive: true);
    }

    private StackConfiguration Edited(StackConfiguration configuration) =>
        settings.Aggregate(
            configuration.With("definitions:directory", definitions.FullName),
            (edited, setting) => edited.With(setting.Key, setting.Value));
}
