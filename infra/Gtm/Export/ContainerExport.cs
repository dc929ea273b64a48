namespace Engagement.Infra.Gtm.Export;

/// <summary>
/// What GTM's "Export Container" writes and "Import Container" reads, in format 2. Google documents the entities (Tag Manager API v2) but
/// not the file. The member names and the upper-case words of the file are those of exports that others have published.
/// </summary>
internal sealed record ContainerExport
{
    public required int ExportFormatVersion { get; init; }

    /// <summary><c>yyyy-MM-dd HH:mm:ss</c>.</summary>
    public required string ExportTime { get; init; }

    public required ContainerVersion ContainerVersion { get; init; }
}
