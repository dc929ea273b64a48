using Engagement.Infra.Configuration;

namespace Infra.Tests.CompanyEvents;

/// <summary>The shipped definitions in a folder of their own, to be changed; gone when disposed.</summary>
internal sealed class DefinitionsCopy : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("definitions");

    public DefinitionsCopy()
    {
        var source = System.IO.Path.Combine(RepositoryRoot.Path, "definitions");
        foreach (var file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
        {
            var copy = System.IO.Path.Combine(folder.FullName, System.IO.Path.GetRelativePath(source, file));
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    public string Path => folder.FullName;

    /// <summary>Replaces a text of a file, which has to be there, wherever it stands.</summary>
    public void Replace(string file, string text, string by)
    {
        var path = System.IO.Path.Combine(Path, file);
        var content = File.ReadAllText(path);
        if (!content.Contains(text, StringComparison.Ordinal))
        {
            throw new InvalidOperationException($"'{file}' does not hold '{text}'.");
        }

        File.WriteAllText(path, content.Replace(text, by, StringComparison.Ordinal));
    }

    public void Dispose() => folder.Delete(recursive: true);
}
