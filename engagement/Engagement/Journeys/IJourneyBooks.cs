using Engagement.Services;

namespace Engagement.Journeys;

/// <summary>Where the heads and versions of journeys are kept.</summary>
public interface IJourneyBooks
{
    /// <summary>The journeys as they were at most a minute ago.</summary>
    /// <exception cref="ServiceException">They could not be read, and no copy is young enough.</exception>
    ValueTask<JourneyBook> ReadAsync(CancellationToken cancellation);

    /// <summary>
    /// The journeys, read anew where a copy lacks a version: a deployment wrote it in the last minute, or nobody did. A store without
    /// copies reads them anyway.
    /// </summary>
    /// <exception cref="ServiceException">They could not be read.</exception>
    ValueTask<JourneyBook> ReadAsync(string journey, string version, CancellationToken cancellation) => ReadAsync(cancellation);

    /// <summary>
    /// Writes what a deployment changes: the versions first, so that no head names one that is not there. Versions never change: one that
    /// is there already stays as it is.
    /// </summary>
    /// <exception cref="ServiceException">It may be written in part; writing it again does no harm.</exception>
    Task WriteAsync(JourneyDeployment deployment, CancellationToken cancellation);
}
