using System.Collections.Concurrent;
using HandlebarsDotNet;

namespace Engagement.Local.Pinpoint.Templates;

/// <summary>
/// Renders the template language (<see cref="Engagement.Definitions.Templates.TemplateLanguage"/>) as Handlebars does, whatever it is
/// rendered by: two
/// braces escape HTML, three do not, and a variable without a value is empty.
/// </summary>
internal static class HandlebarsTemplate
{
    private static readonly ConcurrentDictionary<string, HandlebarsTemplate<object, object>> Compiled = new(StringComparer.Ordinal);
    private static readonly IHandlebars Engine = Create();

    /// <summary>Renders a part for one endpoint.</summary>
    /// <param name="source">The template.</param>
    /// <param name="variables">What the template can name.</param>
    /// <exception cref="HandlebarsException">It cannot be parsed.</exception>
    public static string Render(string source, IReadOnlyDictionary<string, object?> variables) =>
        Compiled.GetOrAdd(source, Engine.Compile)(variables);

    private static IHandlebars Create()
    {
        var configuration = new HandlebarsConfiguration();
        configuration.FormatterProviders.Add(new NumberFormat());
        return Handlebars.Create(configuration);
    }
}
