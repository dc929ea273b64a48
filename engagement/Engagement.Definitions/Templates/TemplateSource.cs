namespace Engagement.Definitions.Templates;

/// <summary>One file of a template, taken apart.</summary>
internal sealed class TemplateSource
{
    private const int ShownLength = 80;

    private readonly string text;
    private readonly DefinitionReader reader;

    /// <param name="reader">Collects what is wrong with the file.</param>
    /// <param name="text">The file's text.</param>
    /// <param name="kind">What the file is: a value has to be escaped in HTML alone, and would show as <c>&amp;amp;</c> in a text.</param>
    public TemplateSource(DefinitionReader reader, string text, TemplateFileKind kind)
    {
        var isHtml = kind == TemplateFileKind.Html;
        (this.reader, this.text) = (reader, text);
        var reading = TemplateLanguage.Read(text);
        References = reading.References;
        Report(reading.Problems);
        foreach (var reference in References)
        {
            Report(reference.Tag.Position, reference.IsNumber ? null : Escaping(reference.Tag, isHtml));
        }

        if (isHtml && reading.Problems.Count == 0)
        {
            var html = new TemplateHtml(text, reading);
            Links = html.Links;
            Report(html.Problems);
        }

        if (kind == TemplateFileKind.Sms && reading.Problems.Count == 0)
        {
            Report(TextMessageRules.Check(text, reading.Tags));
        }
    }

    /// <summary>The values that the file shows or asks for.</summary>
    public IReadOnlyList<TemplateReference> References { get; }

    /// <summary>The values that begin a link.</summary>
    public IReadOnlyList<TemplateLink> Links { get; } = [];

    /// <param name="position">Where in the text, from 0.</param>
    /// <param name="message">What is wrong; null when nothing is.</param>
    public void Report(int position, string? message)
    {
        if (message is not null)
        {
            var before = text.AsSpan(0, position);
            reader.Report(before.Count('\n') + 1, position - before.LastIndexOf('\n'), Shown(position), message);
        }
    }

    private void Report(IEnumerable<TemplateProblem> problems)
    {
        foreach (var problem in problems)
        {
            Report(problem.Position, problem.Message);
        }
    }

    private static string? Escaping(TemplateTag tag, bool isHtml) => tag.Kind switch
    {
        TemplateTagKind.ShowRaw when isHtml =>
            "shows the value unescaped, and a customer's value could hold HTML; write it with two braces",
        TemplateTagKind.Show when !isHtml => "shows & as &amp; and ' as &#x27;, which is for HTML; write it with three braces here",
        _ => null,
    };

    // The tag, or what of it stands on the line, is the key path of a template.
    private string Shown(int position)
    {
        var rest = text.AsSpan(position);
        var length = rest.IndexOfAny('\r', '\n') is var line and >= 0 ? line : rest.Length;
        if (rest.StartsWith("{{"))
        {
            length = rest[..length].IndexOf("}}") is var close and >= 0 ? close + (rest[close..].StartsWith("}}}") ? 3 : 2) : length;
            return rest[..Math.Min(length, ShownLength)].ToString();
        }

        return "";
    }
}
