namespace Cli.Tests;

/// <summary>A folder of a test's own, which goes with the test.</summary>
internal sealed class TestFolder : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("cli-tests-");

    public string this[string name] => Path.Combine(folder.FullName, name);

    /// <summary>The names of all files.</summary>
    public IEnumerable<string> Files => folder.EnumerateFiles().Select(file => file.Name).Order(StringComparer.Ordinal);

    /// <summary>Writes a file, and gives its path.</summary>
    public string Write(string name, params IEnumerable<string> lines)
    {
        File.WriteAllText(this[name], string.Join('\n', lines) + '\n');
        return this[name];
    }

    public void Dispose() => folder.Delete(recursive: true);
}
