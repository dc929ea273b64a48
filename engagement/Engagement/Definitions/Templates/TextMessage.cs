namespace Engagement.Definitions.Templates;

/// <summary>What a template says by SMS.</summary>
public sealed record TextMessage
{
    /// <summary>The text, without line breaks at its end. Rendered, it has at most <see cref="TextParts.Most"/> parts.</summary>
    public required string Body { get; init; }
}
