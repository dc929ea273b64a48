namespace Engagement.Definitions.Templates;

/// <summary>Follows the blocks of a template from tag to tag, and finds what its paths lead to.</summary>
/// <param name="mostBlocks">Most blocks in one another.</param>
internal sealed class TemplateBlocks(int mostBlocks)
{
    private const string Each = "each";

    private readonly Stack<Block> blocks = [];
    private readonly List<TemplateReference> references = [];
    private readonly List<TemplateProblem> problems = [];

    /// <summary>A block that is open, and whether its <c>else</c> has come.</summary>
    private sealed record Block(TemplateTag Tag, bool HasElse);

    public IReadOnlyList<TemplateReference> References => references;

    public IReadOnlyList<TemplateProblem> Problems => problems;

    /// <summary>What is still open.</summary>
    public IEnumerable<TemplateProblem> Unclosed =>
        blocks.Select(block => new TemplateProblem(block.Tag.Position, $"is not closed; '{{{{/{block.Tag.Block}}}}}' is missing"));

    // What stands in the else of an each stands outside the list.
    private bool IsInElement => blocks.Any(block => block.Tag.Block == Each && !block.HasElse);

    public void Read(TemplateTag tag)
    {
        switch (tag.Kind)
        {
            case TemplateTagKind.Open:
                Open(tag);
                break;
            case TemplateTagKind.Else:
                Otherwise(tag);
                break;
            case TemplateTagKind.Close:
                Close(tag);
                break;
            case TemplateTagKind.Show or TemplateTagKind.ShowRaw:
                Value(tag);
                break;
        }
    }

    private void Open(TemplateTag tag)
    {
        if (tag.Block == Each && IsInElement)
        {
            Report(tag, "stands in another {{#each}}; an element is a text, and has nothing to go through");
        }
        else
        {
            Value(tag);
        }

        if (blocks.Count == mostBlocks)
        {
            Report(tag, $"stands in {mostBlocks} other blocks, which is as deep as they go");
        }

        blocks.Push(new(tag, HasElse: false));
    }

    private void Otherwise(TemplateTag tag)
    {
        if (!blocks.TryPop(out var open))
        {
            Report(tag, "stands in no block");
            return;
        }

        if (open.HasElse)
        {
            Report(tag, $"comes after the {{{{else}}}} of '{{{{#{open.Tag.Block}}}}}'; a block has one, and it is the last");
        }

        blocks.Push(open with { HasElse = true });
    }

    private void Close(TemplateTag tag)
    {
        if (blocks.TryPeek(out var open) && open.Tag.Block == tag.Block)
        {
            blocks.Pop();
        }
        else
        {
            Report(tag, open is null ? "closes nothing" : $"closes nothing; '{{{{#{open.Tag.Block}}}}}' is open here");
        }
    }

    private void Value(TemplateTag tag)
    {
        if (TemplatePath.Read(tag.ValuePath, IsInElement, out var objection) is { } path)
        {
            var reference = new TemplateReference(path.Kind, path.Name, tag);
            objection = Misused(reference, path);
            references.Add(reference);
        }

        if (objection is not null)
        {
            Report(tag, objection);
        }
    }

    private static string? Misused(TemplateReference reference, TemplatePath path) => reference.Tag switch
    {
        // Handlebars.js adds two numbers that stand beside each other unescaped: 1 and 7 show as 8.
        { Kind: TemplateTagKind.ShowRaw } when reference.IsNumber =>
            "is a number, which some Handlebars add to the one beside it; write it with two braces, in texts as well",
        { Block: Each } when !path.IsList =>
            $"goes through '{reference.Tag.ValuePath}', which is no list; Attributes.NAME and User.UserAttributes.NAME are",
        { Shows: true } when path.Name is "@first" or "@last" =>
            $"'{path.Name}' is yes or no, and shows as another word here and there; write {{{{#if {path.Name}}}}}…{{{{/if}}}}",
        _ => null,
    };

    private void Report(TemplateTag tag, string message) => problems.Add(new(tag.Position, message));
}
