using System.Collections.Concurrent;
using HandlebarsDotNet;

namespace Engagement.Rendering;

/// <summary>
/// Renders the language of message templates as Handlebars does: two braces escape HTML, three do not, and a variable without a value is
/// empty. Each template is compiled once.
/// </summary>
public static class HandlebarsTemplate
{
    private static readonly ConcurrentDictionary<string, HandlebarsTemplate<object, object>> Compiled = new(StringComparer.Ordinal);
    private static readonly IHandlebars Engine = Create();

    /// <summary>Renders a part for one endpoint.</summary>
    /// <param name="source">The template.</param>
    /// <param name="variables">What the template can name.</param>
    /// <exception cref="RenderingException">It cannot be parsed, or asks of a value what the value does not have.</exception>
    public static string Render(string source, IReadOnlyDictionary<string, object?> variables)
    {
        try
        {
            return Compiled.GetOrAdd(source, Engine.Compile)(variables);
        }
        catch (Exception exception) when (
            exception is HandlebarsException or FormatException or InvalidOperationException or NullReferenceException
                or InvalidCastException)
        {
            throw new RenderingException(exception.Message, exception);
        }
    }

    private static IHandlebars Create()
    {
        var configuration = new HandlebarsConfiguration();
        configuration.FormatterProviders.Add(new NumberFormat());
        return Handlebars.Create(configuration);
    }
}
