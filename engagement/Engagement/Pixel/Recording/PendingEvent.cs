namespace Engagement.Pixel.Recording;

/// <summary>An event to send, and the messages that brought it: the queue may deliver one twice.</summary>
public sealed record PendingEvent(PixelAccepted Accepted, IReadOnlyCollection<string> MessageIds)
{
    public PixelEvent Event => Accepted.Event;
}
