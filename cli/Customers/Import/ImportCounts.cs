namespace Engagement.Cli.Customers.Import;

/// <summary>What became of the rows of a file.</summary>
/// <param name="Stored">Rows that are stored; in a dry run those that could be.</param>
/// <param name="Rejected">Rows that are wrong.</param>
/// <param name="Visitors">Endpoints without user and address, which are left out.</param>
internal sealed record ImportCounts(long Stored, long Rejected, long Visitors)
{
    /// <summary>All of them.</summary>
    public long Rows => Stored + Rejected + Visitors;
}
