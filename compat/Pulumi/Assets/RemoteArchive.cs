namespace Pulumi;

/// <summary>An archive file that the engine fetches (http, https or file).</summary>
public sealed class RemoteArchive : Archive
{
    public RemoteArchive(string uri)
        : base(uri)
    {
    }
}
