namespace Engagement.Infra.Platforms.Ses.Archive;

/// <summary>How the archive's files lie in their bucket: by the UTC day and hour at which Firehose got their oldest record.</summary>
internal static class EventFiles
{
    public const string Folder = "events/";

    /// <summary>How Firehose begins the files' names.</summary>
    public const string Prefix = Folder + "dt=!{timestamp:yyyy-MM-dd}/hour=!{timestamp:HH}/";

    /// <summary>The same below <see cref="Folder"/>, for Athena.</summary>
    public const string Partition = "dt=${dt}/hour=${hour}/";
}
