using Engagement.Functions;
using Engagement.Pixel.Recording;

namespace Handlers.Tests.Journeys.OnPinpoint;

/// <summary>Keeps what it is given.</summary>
internal sealed class RecordedEvents : IEventRecorder
{
    public List<PendingEvent> Events { get; } = [];

    public Task<IReadOnlyList<string>> RecordAsync(IReadOnlyCollection<PendingEvent> events, Deadline deadline)
    {
        Events.AddRange(events);
        return Task.FromResult<IReadOnlyList<string>>([]);
    }
}
