namespace Engagement.Sending;

/// <summary>A text message as one customer gets it.</summary>
/// <param name="Body">The text.</param>
public sealed record RenderedText(string Body)
{
    /// <summary>How many parts it is sent in.</summary>
    public TextParts Parts => TextParts.From(Body);
}
