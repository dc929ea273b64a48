using Engagement.Functions;

namespace Engagement.Pixel.Recording;

/// <summary>Where accepted events are recorded.</summary>
public interface IEventRecorder
{
    /// <summary>Records events. The recorder tells of each event that it refuses; one that may be tried again goes back.</summary>
    /// <param name="events">The events, each once.</param>
    /// <param name="deadline">By when to stop; cuts calls off.</param>
    /// <returns>The ids of the messages whose events were neither recorded nor refused.</returns>
    Task<IReadOnlyList<string>> RecordAsync(IReadOnlyCollection<PendingEvent> events, Deadline deadline);
}
