namespace Engagement.Definitions.Templates;

/// <summary>
/// The template language: values, <c>if</c>, <c>unless</c>, <c>each</c>, <c>else</c> and comments of Handlebars. Handlebars.js and
/// Handlebars.Net agree on this part over the data of an endpoint. So a message is the same wherever it is rendered. The rest is a problem
/// that says what to write instead. See docs/decisions/template-language.md.
/// </summary>
public static class TemplateLanguage
{
    /// <summary>
    /// Most tags of a text, and most blocks in one another: whatever a text holds, it is read in bounded time and memory.
    /// </summary>
    private const int MostTags = 2_000;

    private const int MostBlocks = 10;

    /// <summary>Reads a template.</summary>
    public static TemplateReading Read(string text)
    {
        var (tags, problems) = Tags(text);
        var reader = new TemplateBlocks(MostBlocks);
        foreach (var tag in tags)
        {
            reader.Read(tag);
        }

        problems.AddRange(reader.Problems);
        problems.AddRange(reader.Unclosed);
        if (problems.Count == 0 && HandlebarsReading.Objection(text, tags) is { } objection)
        {
            problems.Add(new(0, objection));
        }

        return new(reader.References, [.. problems.OrderBy(problem => problem.Position)], tags);
    }

    private static (List<TemplateTag> Tags, List<TemplateProblem> Problems) Tags(string text)
    {
        var (tags, problems) = (new List<TemplateTag>(), new List<TemplateProblem>());
        for (var at = text.IndexOf("{{", StringComparison.Ordinal); at >= 0; at = text.IndexOf("{{", at, StringComparison.Ordinal))
        {
            if (tags.Count + problems.Count == MostTags)
            {
                problems.Add(new(at, $"is one tag too many; a text has at most {MostTags}"));
                break;
            }

            if (TemplateTag.At(text, at) is { } tag)
            {
                tags.Add(tag);
                at += tag.Length;
            }
            else
            {
                problems.Add(new(at, TemplateAdvice.For(text, at, out var length)));
                at += length;
            }
        }

        return (tags, problems);
    }
}
