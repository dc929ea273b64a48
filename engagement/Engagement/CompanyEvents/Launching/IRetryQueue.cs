using Engagement.Services;

namespace LaunchCampaigns.Launching;

/// <summary>Where an announcement goes of which not everything could be launched.</summary>
internal interface IRetryQueue
{
    /// <exception cref="ServiceException">It was not queued.</exception>
    Task SendAsync(string announcement, CancellationToken cancellation);
}
