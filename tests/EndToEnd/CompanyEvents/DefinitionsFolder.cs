using Engagement.Infra.Configuration;

namespace EndToEnd.Tests.CompanyEvents;

/// <summary>The shipped definitions in a folder of their own, to be changed; gone when disposed.</summary>
internal sealed class DefinitionsFolder : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("definitions");

    public DefinitionsFolder()
    {
        var source = System.IO.Path.Combine(RepositoryRoot.Path, "definitions");
        foreach (var file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
        {
            var copy = System.IO.Path.Combine(Path, System.IO.Path.GetRelativePath(source, file));
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    public string Path => folder.FullName;

    /// <summary>Replaces the one place of a file where a text stands.</summary>
    public void Replace(string file, string text, string by)
    {
        var path = System.IO.Path.Combine(Path, file);
        var parts = File.ReadAllText(path).Split(text);
        Assert.Equal(2, parts.Length);
        File.WriteAllText(path, string.Join(by, parts));
    }

    /// <summary>Lets a test announce to the same customers several times a day.</summary>
    public DefinitionsFolder WithLooseLimit()
    {
        Replace("journeys.yaml", "limits: { messages: 2, per: P1D }", "limits: { messages: 20, per: PT1H }");
        return this;
    }

    /// <summary>Cuts a file, from a text up to another one, which stays.</summary>
    public void Cut(string file, string from, string to)
    {
        var path = System.IO.Path.Combine(Path, file);
        var text = File.ReadAllText(path);
        var start = text.IndexOf(from, StringComparison.Ordinal);
        File.WriteAllText(path, text[..start] + text[text.IndexOf(to, start, StringComparison.Ordinal)..]);
    }

    /// <summary>Adds a file.</summary>
    public void Add(string file, string text) => File.WriteAllText(System.IO.Path.Combine(Path, file), text);

    /// <summary>Puts a text message in place of an e-mail.</summary>
    public void MakeText(string template, string text)
    {
        foreach (var file in Directory.EnumerateFiles(System.IO.Path.Combine(Path, template)))
        {
            File.Delete(file);
        }

        Add($"{template}/sms.txt", text);
    }

    public void Dispose() => folder.Delete(recursive: true);
}
