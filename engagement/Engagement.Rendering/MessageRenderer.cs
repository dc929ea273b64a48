using System.Buffers;
using Engagement.Definitions.Templates;
using Engagement.Sending;

namespace Engagement.Rendering;

/// <summary>Renders e-mails for customers.</summary>
/// <param name="templates">The e-mails by the names of their templates.</param>
public sealed class MessageRenderer(IReadOnlyDictionary<string, EmailMessage> templates) : IMessageRenderer
{
    // A line break in a subject would end the header, and what follows would be another.
    private static readonly SearchValues<char> LineBreaks = SearchValues.Create("\r\n\u0085\u2028\u2029");

    /// <inheritdoc/>
    /// <exception cref="KeyNotFoundException">There is no such template: the function's definitions do not fit together.</exception>
    public RenderedEmail? Render(OutgoingMessage message)
    {
        var email = templates[message.Template];
        var variables = CustomerVariables.Create(message.To, message.Shown);
        try
        {
            return new(
                OneLine(HandlebarsTemplate.Render(email.Subject, variables)),
                HandlebarsTemplate.Render(email.Html, variables),
                HandlebarsTemplate.Render(email.Text, variables));
        }
        catch (RenderingException)
        {
            return null;
        }
    }

    private static string OneLine(string subject) =>
        subject.AsSpan().ContainsAny(LineBreaks)
            ? string.Concat(subject.Select(character => LineBreaks.Contains(character) ? ' ' : character))
            : subject;
}
