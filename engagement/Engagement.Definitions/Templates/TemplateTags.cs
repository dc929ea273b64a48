namespace Engagement.Definitions.Templates;

/// <summary>
/// Finds the tags of a Handlebars template. It is a scan, not a parser: rendering is Pinpoint's, and Handlebars.Net, which could parse, compiles
/// expressions at run time, which has no place in a Lambda artifact that has to be ready for native AOT.
/// </summary>
internal static class TemplateTags
{
    private const string CommentEnd = "--}}";

    /// <summary>The tags in the order of the text, up to the first that is not closed, which is reported.</summary>
    public static IEnumerable<TemplateTag> Of(string text, List<TemplateProblem> problems)
    {
        var at = 0;
        while ((at = text.IndexOf("{{", at, StringComparison.Ordinal)) >= 0)
        {
            if (at > 0 && text[at - 1] == '\\')
            {
                at += 2;
                continue;
            }

            var (close, body) = Delimiters(text, at);
            var end = text.IndexOf(close, body, StringComparison.Ordinal);
            if (end < 0)
            {
                problems.Add(new(at, $"is not closed; '{close}' is missing"));
                yield break;
            }

            if (close != CommentEnd && Tag(text, at, body, end) is { } tag)
            {
                yield return tag;
            }

            at = end + close.Length;
        }
    }

    private static (string Close, int Body) Delimiters(string text, int at)
    {
        var rest = text.AsSpan(at);
        return rest.StartsWith("{{!--", StringComparison.Ordinal) || rest.StartsWith("{{~!--", StringComparison.Ordinal) ? (CommentEnd, at + 5)
            : rest.StartsWith("{{{", StringComparison.Ordinal) ? ("}}}", at + 3)
            : ("}}", at + 2);
    }

    private static TemplateTag? Tag(string text, int at, int body, int end)
    {
        // A tilde takes away white space outside the tag.
        var start = body < end && text[body] == '~' ? body + 1 : body;
        var stop = end > start && text[end - 1] == '~' ? end - 1 : end;
        while (start < stop && char.IsWhiteSpace(text[start]))
        {
            start++;
        }

        var first = start < stop ? text[start] : ' ';
        if (first == '!')
        {
            return null;
        }

        var sigil = text[at + 2] == '{' ? '{' : first is '#' or '^' or '/' or '>' or '&' ? first : ' ';
        if (sigil == first && sigil != ' ')
        {
            start++;
        }

        return new(sigil, text[start..stop], at, start);
    }
}
