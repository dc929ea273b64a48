using System.Buffers;
using Engagement.Definitions.Templates;
using Engagement.Sending;

namespace Engagement.Rendering;

/// <summary>Renders e-mails for customers.</summary>
/// <param name="templates">The e-mails by the names of their templates.</param>
public sealed class MessageRenderer(IReadOnlyDictionary<string, EmailMessage> templates)
{
    // A line break in a subject would end the header, and what follows would be another.
    private static readonly SearchValues<char> LineBreaks = SearchValues.Create("\r\n\u0085\u2028\u2029");

    /// <summary>Whether there is a template of a name.</summary>
    public bool Has(string template) => templates.ContainsKey(template);

    /// <summary>Renders a message.</summary>
    /// <exception cref="RenderingException">There is no such template, or it cannot be rendered for this customer.</exception>
    public RenderedEmail Render(OutgoingMessage message)
    {
        if (!templates.TryGetValue(message.Template, out var email))
        {
            throw new RenderingException($"There is no template '{message.Template}'. Deploy the stack again.");
        }

        var variables = CustomerVariables.Create(message.To, message.Shown);
        return new(
            OneLine(HandlebarsTemplate.Render(email.Subject, variables)),
            HandlebarsTemplate.Render(email.Html, variables),
            HandlebarsTemplate.Render(email.Text, variables));
    }

    private static string OneLine(string subject) =>
        subject.AsSpan().ContainsAny(LineBreaks)
            ? string.Concat(subject.Select(character => LineBreaks.Contains(character) ? ' ' : character))
            : subject;
}
