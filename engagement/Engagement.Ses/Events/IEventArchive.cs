using Engagement.Services;

namespace Engagement.Ses.Events;

/// <summary>Where events are kept for analysis.</summary>
public interface IEventArchive
{
    /// <summary>Adds records. A record that is added again is there twice.</summary>
    /// <param name="records">At least one, as <see cref="ArchiveRecord.Divide"/> gives them.</param>
    /// <param name="cancellation">Ends the call.</param>
    /// <returns>For each record, in the same order, whether it is there.</returns>
    /// <exception cref="ServiceException">None may be there, or all.</exception>
    Task<IReadOnlyList<bool>> AddAsync(IReadOnlyList<ArchiveRecord> records, CancellationToken cancellation);
}
