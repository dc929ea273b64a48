namespace Engagement.Definitions.Templates;

/// <summary>Goes through a template once, and finds the values it needs and what Pinpoint would not understand.</summary>
internal sealed class TemplateScan
{
    private readonly List<TemplateProblem> problems = [];
    private readonly List<TemplateReference> references = [];
    private readonly Stack<TemplateBlock> blocks = [];

    public TemplateScan(string text, bool isHtml)
    {
        foreach (var tag in TemplateTags.Of(text, problems))
        {
            if (isHtml && tag.Sigil is '{' or '&')
            {
                problems.Add(new(tag.Position, "shows the value unescaped, and a customer's value could hold HTML; write it with two braces"));
            }

            Read(tag);
        }

        problems.AddRange(blocks.Select(block => new TemplateProblem(block.Position, $"is not closed; '{{{{/{block.Helper}}}}}' is missing")));
    }

    /// <summary>The values that the template shows or asks for, in the order of the text.</summary>
    public IReadOnlyList<TemplateReference> References => references;

    /// <summary>What is wrong with it by itself.</summary>
    public IReadOnlyList<TemplateProblem> Problems => problems;

    private void Read(TemplateTag tag)
    {
        var words = TemplateWords.Of(tag);
        switch (tag.Sigil)
        {
            case '/':
                Close(tag);
                break;
            case '>':
                problems.Add(new(tag.Position, "includes another template, which Pinpoint has none of"));
                break;
            case '#' or '^' when words.Count > 0 && tag.Content.Length > 0:
                Open(tag, words);
                break;
            case ' ' or '^' when words is [] or [{ Text: "else" }, ..]:
                Otherwise(tag, words);
                break;
            default:
                Call(tag, words);
                break;
        }
    }

    private void Open(TemplateTag tag, List<TemplateWord> words)
    {
        if (!TemplateLanguage.BlockHelpers.Contains(words[0].Text))
        {
            problems.Add(new(tag.Position, $"'{words[0].Text}' is no block helper of Pinpoint{NearestName.Hint(words[0].Text, TemplateLanguage.BlockHelpers.Order().ToArray())}"));
        }

        Arguments(tag, words, 1);
        blocks.Push(new(words[0].Text, tag.Position, Names(words)));
    }

    // {{#each list as |item|}} names its element.
    private static IReadOnlyList<string> Names(List<TemplateWord> words) =>
        [.. words.SkipWhile(word => !word.Text.StartsWith('|')).Select(word => word.Text.Trim('|')).Where(name => name.Length > 0)];

    private void Close(TemplateTag tag)
    {
        var name = tag.Content.Trim();
        if (blocks.TryPeek(out var open) && open.Helper == name)
        {
            blocks.Pop();
        }
        else
        {
            problems.Add(new(tag.Position, open is null ? "closes nothing" : $"closes nothing; '{{{{#{open.Helper}}}}}' is open here"));
        }
    }

    private void Otherwise(TemplateTag tag, List<TemplateWord> words)
    {
        if (words.Count == 0 && tag.Sigil == ' ')
        {
            problems.Add(new(tag.Position, "is empty"));
        }
        else if (blocks.Count == 0)
        {
            problems.Add(new(tag.Position, "stands in no block"));
        }
        else if (words.Count > 1)
        {
            // {{else if …}}
            Helper(tag, words[1]);
            Arguments(tag, words, 2);
        }
    }

    private void Call(TemplateTag tag, List<TemplateWord> words)
    {
        if (words is [{ Kind: TemplateWordKind.Name } only])
        {
            if (!TemplateLanguage.LoneHelpers.Contains(only.Text))
            {
                Value(tag, only);
            }
        }
        else if (words.Count > 0)
        {
            Helper(tag, words[0]);
            Arguments(tag, words, 1);
        }
        else
        {
            problems.Add(new(tag.Position, "is empty"));
        }
    }

    private void Helper(TemplateTag tag, TemplateWord word)
    {
        if (!TemplateLanguage.Helpers.Contains(word.Text))
        {
            problems.Add(new(tag.Position, $"'{word.Text}' is no helper of Pinpoint{NearestName.Hint(word.Text, TemplateLanguage.Helpers.Order().ToArray())}"));
        }
    }

    private void Arguments(TemplateTag tag, List<TemplateWord> words, int from)
    {
        for (var i = from; i < words.Count && !IsBlockNames(words, i); i++)
        {
            if (words[i].Kind == TemplateWordKind.Open && i + 1 < words.Count)
            {
                Helper(tag, words[++i]);
            }
            else if (words[i].Kind == TemplateWordKind.Name || (words[i].Kind == TemplateWordKind.Option && IsCustomerPath(words[i].Text)))
            {
                Value(tag, words[i]);
            }
        }
    }

    private static bool IsBlockNames(List<TemplateWord> words, int i) =>
        words[i].Text.StartsWith('|') || (words[i].Text == "as" && i + 1 < words.Count && words[i + 1].Text.StartsWith('|'));

    // tz=America/Los_Angeles is a text though it has no quotes, as the user guide itself writes it.
    private static bool IsCustomerPath(string text) => TemplateWords.Segments(text) is ["Attributes" or "Metrics" or "User" or "Location" or "Demographic", ..];

    private void Value(TemplateTag tag, TemplateWord word)
    {
        var path = word.Text;
        var depth = blocks.Count(block => block.ChangesContext);
        for (; path.StartsWith("../", StringComparison.Ordinal); path = path[3..])
        {
            depth--;
        }

        var segments = TemplateWords.Segments(path);
        if (path.StartsWith('@') || segments is [] || blocks.Any(block => block.Names.Contains(segments[0], StringComparer.Ordinal)))
        {
            return;
        }

        if (depth <= 0)
        {
            references.Add(new(word.Text, segments, tag.Position));
        }
        else if (segments[0] != "this")
        {
            problems.Add(new(tag.Position, $"'{path}' is looked for in the element here; write '{string.Concat(Enumerable.Repeat("../", depth))}{path}' for what stands outside the list"));
        }
    }
}
