namespace Engagement.Definitions.Templates;

/// <summary>What a template says through one channel: an <see cref="EmailMessage"/>.</summary>
public abstract record Message
{
    private protected Message(Channel channel) => Channel = channel;

    /// <summary>The channel.</summary>
    public Channel Channel { get; }
}

/// <summary>An e-mail.</summary>
public sealed record EmailMessage() : Message(Channel.Email)
{
    /// <summary>The subject, one line of at most 998 characters.</summary>
    public required string Subject { get; init; }

    /// <summary>The HTML part; with the others at most as many characters as the platform takes.</summary>
    public required string Html { get; init; }

    /// <summary>The plain text part, for who reads no HTML.</summary>
    public required string Text { get; init; }

    /// <summary>Characters of all parts together.</summary>
    public int Length => Subject.Length + Html.Length + Text.Length;
}
