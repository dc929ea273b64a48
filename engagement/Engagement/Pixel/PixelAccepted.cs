namespace Engagement.Pixel;

/// <summary>The event is recorded, without what <paramref name="Dropped"/> counts.</summary>
public sealed record PixelAccepted(PixelEvent Event, DroppedParameters Dropped) : PixelDecision;
