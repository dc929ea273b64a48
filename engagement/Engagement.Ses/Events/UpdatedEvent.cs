using Engagement.Pixel.Recording;
using Engagement.Services;

namespace Engagement.Ses.Events;

/// <summary>An event, and whether what it says of its customer and means to journeys is stored.</summary>
/// <param name="Event">The event.</param>
/// <param name="Problem">Why it is not stored; null when it is, or when there is nothing to store.</param>
public sealed record UpdatedEvent(PendingEvent Event, ServiceException? Problem = null);
