namespace Engagement.Pixel;

/// <summary>
/// What becomes of one message: <see cref="PixelAccepted"/>, <see cref="PixelRejected"/>, <see cref="PixelUndecided"/> or <see cref="PixelUnreadable"/>.
/// </summary>
public abstract record PixelDecision
{
    private protected PixelDecision()
    {
    }
}
