using System.Collections.Concurrent;
using HandlebarsDotNet;

namespace Engagement.Local.Pinpoint.Templates;

/// <summary>
/// Renders Pinpoint's template language, which is Handlebars (user guide, "Working with message templates"). A variable without a value is
/// empty. Only the HTML part escapes what it inserts.
/// </summary>
internal static class MessageTemplate
{
    private static readonly ConcurrentDictionary<(string Source, bool Html), HandlebarsTemplate<object, object>> Compiled = new();
    private static readonly IHandlebars Html = Create(escape: true);
    private static readonly IHandlebars Text = Create(escape: false);

    /// <summary>Whether a template can be compiled.</summary>
    public static bool IsValid(string source)
    {
        try
        {
            Get(source, html: false);
            return true;
        }
        catch (HandlebarsException)
        {
            return false;
        }
    }

    /// <summary>Renders a part for one endpoint.</summary>
    /// <param name="source">The template.</param>
    /// <param name="html">Whether what is inserted is escaped.</param>
    /// <param name="variables">What the template can name.</param>
    public static string Render(string source, bool html, IReadOnlyDictionary<string, object?> variables) => Get(source, html)(variables);

    private static HandlebarsTemplate<object, object> Get(string source, bool html) =>
        Compiled.GetOrAdd((source, html), key => (key.Html ? Html : Text).Compile(key.Source));

    private static IHandlebars Create(bool escape)
    {
        var handlebars = Handlebars.Create(new HandlebarsConfiguration { NoEscape = !escape });
        TemplateHelpers.Register(handlebars);
        return handlebars;
    }
}
