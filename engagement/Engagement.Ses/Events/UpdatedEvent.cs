using Engagement.Pixel.Recording;
using Engagement.Services;

namespace Engagement.Ses.Events;

/// <summary>An event, and whether what it says of its customer is stored.</summary>
/// <param name="Event">The event.</param>
/// <param name="Problem">Why it is not stored; null when it is, or when the event says nothing.</param>
public sealed record UpdatedEvent(PendingEvent Event, ServiceException? Problem = null);
