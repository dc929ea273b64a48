using Engagement.Definitions;

namespace Engagement.Definitions.Templates;

/// <summary>One file of a template, taken apart.</summary>
internal sealed class TemplateSource
{
    private readonly string text;
    private readonly DefinitionReader reader;

    /// <param name="reader">Collects what is wrong with the file.</param>
    /// <param name="text">The file's text.</param>
    /// <param name="isHtml">Whether a value that is not escaped could become HTML.</param>
    public TemplateSource(DefinitionReader reader, string text, bool isHtml)
    {
        (this.reader, this.text) = (reader, text);
        var scan = new TemplateScan(text, isHtml);
        References = scan.References;
        foreach (var problem in scan.Problems)
        {
            Report(problem.Position, problem.Message);
        }
    }

    /// <summary>The values that the file shows or asks for.</summary>
    public IReadOnlyList<TemplateReference> References { get; }

    /// <summary>What is wrong with the file.</summary>
    public IEnumerable<DefinitionError> Errors => reader.Errors;

    /// <param name="position">Where in the text, from 0.</param>
    /// <param name="message">What is wrong.</param>
    public void Report(int position, string message)
    {
        var before = text.AsSpan(0, position);
        reader.Report(before.Count('\n') + 1, position - before.LastIndexOf('\n'), Shown(position), message);
    }

    // The tag, or what of it stands on the line, is the key path of a template.
    private string Shown(int position)
    {
        var rest = text.AsSpan(position);
        var length = rest.IndexOfAny('\r', '\n') is var line and >= 0 ? line : rest.Length;
        if (rest.StartsWith("{{"))
        {
            length = rest[..length].IndexOf("}}") is var close and >= 0 ? close + (rest[close..].StartsWith("}}}") ? 3 : 2) : length;
            return rest[..Math.Min(length, 80)].ToString();
        }

        return "";
    }
}
