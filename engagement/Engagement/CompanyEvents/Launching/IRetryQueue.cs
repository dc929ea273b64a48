namespace Engagement.CompanyEvents.Launching;

/// <summary>Where an announcement goes of which not everything could be launched.</summary>
public interface IRetryQueue
{
    /// <exception cref="ServiceException">It was not queued.</exception>
    Task SendAsync(string announcement, CancellationToken cancellation);
}
