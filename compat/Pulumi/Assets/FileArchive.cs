namespace Pulumi;

/// <summary>A directory or an archive file on this machine, by path.</summary>
public sealed class FileArchive : Archive
{
    public FileArchive(string path)
        : base(path)
    {
    }
}
