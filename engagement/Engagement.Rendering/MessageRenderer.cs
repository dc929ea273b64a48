using System.Buffers;
using Engagement.Definitions.Templates;
using Engagement.Sending;

namespace Engagement.Rendering;

/// <summary>Renders messages for customers.</summary>
/// <param name="templates">The templates by name. They have a message for the channels of the customers' endpoints.</param>
public sealed class MessageRenderer(IReadOnlyDictionary<string, MessageTemplate> templates) : IMessageRenderer
{
    // A line break in a subject would end the header, and what follows would be another.
    private static readonly SearchValues<char> LineBreaks = SearchValues.Create("\r\n\u0085\u2028\u2029");

    /// <inheritdoc/>
    /// <exception cref="KeyNotFoundException">There is no such template: the function's definitions do not fit together.</exception>
    public RenderedEmail? RenderEmail(OutgoingMessage message) =>
        templates[message.Template].Email is { } email ? Render(message, render => new RenderedEmail(
            OneLine(render(email.Subject)), render(email.Html), render(email.Text))) : null;

    /// <inheritdoc/>
    /// <exception cref="KeyNotFoundException">There is no such template: the function's definitions do not fit together.</exception>
    public RenderedText? RenderText(OutgoingMessage message) =>
        templates[message.Template].Text is { } text ? Render(message, render => new RenderedText(render(text.Body))) : null;

    private static TRendered? Render<TRendered>(OutgoingMessage message, Func<Func<string, string>, TRendered> create)
        where TRendered : class
    {
        var variables = CustomerVariables.Create(message.To, message.Shown);
        try
        {
            return create(part => HandlebarsTemplate.Render(part, variables));
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
