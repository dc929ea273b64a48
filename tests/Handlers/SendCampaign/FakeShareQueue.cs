using Engagement.CompanyEvents.Runs;
using Engagement.Services;

namespace Handlers.Tests.CompanyEvents;

/// <summary>A queue in memory.</summary>
internal sealed class FakeShareQueue : IShareQueue
{
    public List<(ShareMessage Message, TimeSpan Delay)> Sent { get; } = [];

    public bool Down { get; set; }

    public Task SendAsync(IReadOnlyList<ShareMessage> messages, TimeSpan delay, CancellationToken cancellation)
    {
        Sent.AddRange(messages.Select(message => (message, delay)));
        return Down ? throw new ServiceException(ServiceFailure.Failed, "Queue: InternalFailure") : Task.CompletedTask;
    }
}
