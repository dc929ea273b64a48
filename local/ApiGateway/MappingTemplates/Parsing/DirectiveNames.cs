namespace Engagement.Local.ApiGateway.MappingTemplates.Parsing;

/// <summary>Looks for a directive's name.</summary>
internal static class DirectiveNames
{
    /// <summary>The word after the <c>#</c> that comes next, with or without braces, or null where none does; reads nothing.</summary>
    public static string? Directive(this TemplateReader reader)
    {
        var rest = reader.Rest;
        if (rest.Length < 2 || rest[0] != '#')
        {
            return null;
        }

        var braced = rest[1] == '{';
        var first = braced ? 2 : 1;
        if (first >= rest.Length || !Characters.StartsWord(rest[first]))
        {
            return null;
        }

        var end = first;
        while (end < rest.Length && Characters.ContinuesWord(rest[end]))
        {
            end++;
        }

        return braced && (end >= rest.Length || rest[end] != '}') ? null : rest[first..end].ToString();
    }

    /// <summary>Reads the directive that <see cref="Directive"/> found.</summary>
    public static void TakeDirective(this TemplateReader reader, string name) =>
        reader.Index += name.Length + (reader.Peek(1) == '{' ? 3 : 1);
}
