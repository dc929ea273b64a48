namespace Engagement.Cli.Files;

/// <summary>How far a file is read.</summary>
/// <param name="Rows">Rows that are done, those of earlier runs too.</param>
/// <param name="Bytes">Bytes of the file that are read.</param>
/// <param name="Length">Bytes of the file.</param>
internal sealed record ReadingStatus(long Rows, long Bytes, long Length)
{
    /// <summary>Which part of the file is read, 0 to 1.</summary>
    public double Share => Length == 0 ? 1 : Math.Min(1, (double)Bytes / Length);
}
