namespace Engagement.CompanyEvents.Audiences;

/// <summary>Where user attributes go that are to be written.</summary>
public interface IWriteQueue
{
    /// <summary>Most writes that one call takes.</summary>
    const int Most = 10;

    /// <param name="writes">1 to <see cref="Most"/>.</param>
    /// <param name="cancellation">Ends the attempt.</param>
    /// <returns>Those that the queue did not take.</returns>
    /// <exception cref="ServiceException">It may have taken none.</exception>
    Task<IReadOnlyList<WriteMessage>> SendAsync(IReadOnlyList<WriteMessage> writes, CancellationToken cancellation);
}
