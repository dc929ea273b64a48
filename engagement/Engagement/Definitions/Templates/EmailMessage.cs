namespace Engagement.Definitions.Templates;

/// <summary>What a template says by e-mail.</summary>
public sealed record EmailMessage
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
