namespace Engagement.Cli.Commands;

/// <summary>How a command ended, for scripts.</summary>
internal static class ExitCode
{
    /// <summary>All was done.</summary>
    public const int Done = 0;

    /// <summary>It could not be done, or was stopped; the error output says why.</summary>
    public const int Failed = 1;

    /// <summary>It was done, but some rows of the files were wrong and are left out.</summary>
    public const int Rejected = 2;
}
