namespace Pulumi;

/// <summary>A file on this machine, by path.</summary>
public sealed class FileAsset : Asset
{
    public FileAsset(string path)
        : base(path)
    {
    }
}
