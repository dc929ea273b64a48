using Engagement.CompanyEvents.DryRuns;
using Engagement.Definitions.Templates;
using Engagement.Sending;

namespace Engagement.Local.Announcements;

/// <summary>A message as a customer would get it.</summary>
internal sealed record SupposedMessage
{
    /// <summary>Such as <c>Email</c>.</summary>
    public required string Channel { get; init; }

    public required string? Address { get; init; }

    public required string Topic { get; init; }

    /// <summary>Of an e-mail; null of a text message.</summary>
    public string? Subject { get; init; }

    /// <summary>The HTML of an e-mail; null of a text message.</summary>
    public string? Html { get; init; }

    /// <summary>The plain text part of an e-mail, or the text message.</summary>
    public required string Text { get; init; }

    /// <summary>In how many parts a text message goes out; null of an e-mail.</summary>
    public int? Parts { get; init; }

    /// <summary>What the template names and the customer has not, such as <c>User.UserAttributes.first_name</c>.</summary>
    public required IReadOnlyList<string> Missing { get; init; }

    /// <summary>Renders a message; null when it cannot be rendered for this customer, or not for this channel.</summary>
    public static SupposedMessage? Render(OutgoingMessage message, DryRunDefinitions definitions)
    {
        var email = message.Channel == Engagement.Channel.Email ? definitions.Renderer.RenderEmail(message) : null;
        var text = message.Channel == Engagement.Channel.Sms ? definitions.Renderer.RenderText(message) : null;
        return (email?.Text ?? text?.Body) is not { } shown ? null : new()
        {
            Channel = message.Channel.ToString(),
            Address = message.To.Endpoint.Address,
            Topic = message.Topic.Name,
            Subject = email?.Subject,
            Html = email?.Html,
            Text = shown,
            Parts = text?.Parts.Count,
            Missing = new TemplateValues(definitions.Templates[message.Template]).Missing(message.To, message.Shown),
        };
    }
}
