namespace Engagement.Definitions.Templates;

/// <summary>
/// What a campaign or a reminder sends: the folder <c>definitions/templates/NAME</c> with <c>subject.txt</c> (one line), <c>email.html</c>
/// and <c>email.txt</c>, all three in Handlebars. What a template shows of a customer or an event has to be something that a definition
/// sets.
/// </summary>
public sealed record MessageTemplate
{
    /// <summary>The folder's name: 1 to 40 letters, digits, <c>_</c> and <c>-</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The messages, one for each channel that the folder has files of.</summary>
    public required IReadOnlyList<Message> Messages { get; init; }

    /// <summary>The e-mail.</summary>
    public EmailMessage Email => Messages.OfType<EmailMessage>().Single();
}
