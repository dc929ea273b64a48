namespace Engagement.Definitions.Templates;

/// <summary>
/// An e-mail: the folder <c>definitions/templates/NAME</c> with <c>subject.txt</c> (one line), <c>email.html</c> and <c>email.txt</c>, all three
/// in Handlebars as Pinpoint has it. What a template shows of a customer or an event has to be something that somebody sets.
/// </summary>
public sealed record MessageTemplate
{
    /// <summary>The folder's name: 1 to 40 letters, digits, <c>_</c> and <c>-</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The subject, one line of at most 998 characters.</summary>
    public required string Subject { get; init; }

    /// <summary>The HTML part; with the others at most 600,000 characters.</summary>
    public required string Html { get; init; }

    /// <summary>The plain text part, for who reads no HTML.</summary>
    public required string Text { get; init; }
}
