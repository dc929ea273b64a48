namespace Engagement.Local.Definitions;

/// <summary>A temporary folder of definitions; disposing removes it.</summary>
internal sealed class DefinitionCopy : IDisposable
{
    /// <summary>The folder, by its whole path.</summary>
    public string Folder { get; } = Directory.CreateTempSubdirectory("definitions-").FullName;

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
