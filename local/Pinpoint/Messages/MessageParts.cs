using Engagement.Local.Pinpoint.Templates;

namespace Engagement.Local.Pinpoint.Messages;

/// <summary>What a message says on one channel, before it is rendered for an endpoint.</summary>
internal sealed record MessageParts
{
    /// <summary>Subject of an e-mail or title of a push notification.</summary>
    public string? Subject { get; init; }

    /// <summary>HTML of an e-mail.</summary>
    public string? Html { get; init; }

    /// <summary>Text of anything.</summary>
    public string? Text { get; init; }

    /// <summary>A template's DefaultSubstitutions.</summary>
    public string? Defaults { get; init; }

    /// <summary>What a template says.</summary>
    public static MessageParts From(TemplateResponse template) => new()
    {
        Subject = template.Subject,
        Html = template.HtmlPart,
        Text = template.TextPart ?? template.Body,
        Defaults = template.DefaultSubstitutions,
    };
}
