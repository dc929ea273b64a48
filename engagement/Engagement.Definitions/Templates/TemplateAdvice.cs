using System.Text.RegularExpressions;

namespace Engagement.Definitions.Templates;

/// <summary>Says of a tag that the template language does not have what to write instead.</summary>
internal static partial class TemplateAdvice
{
    private static readonly string[] Blocks = ["each", "if", "unless"];

    private static readonly (Regex Form, string Advice)[] Forms =
    [
        (Escaped(), "has a backslash before it, which each Handlebars takes otherwise; leave the backslash out, or put a blank between "
            + "the two"),
        (Braces(), "has a brace too many beside it; put a blank between the two"),
        (Comment(), "is no comment of the template language: write {{! text }}, without braces and without two hyphens (--)"),
        (Partial(), "includes another template, and a template stands alone; write its text here"),
        (Ampersand(), "is written {{{NAME}}} in texts and subjects, and {{NAME}} in HTML"),
        (Caret(), "is written {{else}} within a block; some Handlebars show the customer's whole record for it"),
        (Inverse(), "is written {{#unless PATH}}…{{/unless}}"),
        (BlankBeforeSign(), "has a blank before its sign; write it without, as in {{#if PATH}} and {{/if}}"),
        (With(), "is no block of the template language; leave it out, and write whole paths within, such as User.UserAttributes.NAME"),
        (ElseOther(), "is no branch of the template language; write {{else}} and the other block within it, as in {{else}}{{#if "
            + "PATH}}…{{/if}}{{/if}}"),
        (BlockNames(), "gives the element a name; leave 'as |…|' out, and write {{this}}"),
        (Empty(), "is empty"),
    ];

    /// <summary>What is wrong with the tag whose braces stand at a position, and what would be right.</summary>
    /// <param name="text">The template.</param>
    /// <param name="position">Where the braces stand.</param>
    /// <param name="length">How long the tag is.</param>
    public static string For(string text, int position, out int length)
    {
        var close = text.IndexOf("}}", position, StringComparison.Ordinal);
        if (close < 0)
        {
            length = text.Length - position;
            return "is not closed; '}}' is missing";
        }

        var braces = text.AsSpan(close).IndexOfAnyExcept('}');
        length = close + (braces < 0 ? text.Length - close : braces) - position;
        var start = position > 0 && text[position - 1] == '\\' ? position - 1 : position;
        var tag = text[start..(position + Math.Min(length, 200))];
        return Forms.FirstOrDefault(form => form.Form.IsMatch(tag)).Advice ?? Other(tag);
    }

    private static string Other(string tag) => (Block().Match(tag), Helper().Match(tag)) switch
    {
        ({ Success: true } block, _) when !Blocks.Contains(block.Groups["name"].Value) => NoBlock(block.Groups["name"].Value),
        (_, { Success: true } helper) =>
            $"calls '{helper.Groups["name"].Value}', and the template language has no helpers: not every Handlebars knows them. Let the "
                + "event or the attribute hold the finished text",
        _ =>
            "is not of the template language: {{PATH}}, {{#if PATH}}, {{#unless PATH}}, {{#each PATH}}, {{else}} and {{/if}} are, with "
                + "paths such as User.UserAttributes.NAME.[0]",
    };

    private static string NoBlock(string name) => NearestName.Find(name, Blocks) is { } near
        ? $"'{name}' is no block of the template language; did you mean '{near}'?"
        : $"'{name}' is no block of the template language, which has if, unless and each; a campaign's 'when' "
            + "and its segment say who gets a message";

    [GeneratedRegex(@"^\\")]
    private static partial Regex Escaped();

    [GeneratedRegex(@"^\{\{\{\{|\}\}\}\}$|^\{\{[^{][^{}]*\}\}\}$|^\{\{\{[^{}]*\}\}$")]
    private static partial Regex Braces();

    [GeneratedRegex(@"^\{\{~?!")]
    private static partial Regex Comment();

    [GeneratedRegex(@"^\{\{~?\s*#?>")]
    private static partial Regex Partial();

    [GeneratedRegex(@"^\{\{~?\s*&|^\{\{~\{")]
    private static partial Regex Ampersand();

    [GeneratedRegex(@"^\{\{~?\s*\^\s*~?\}")]
    private static partial Regex Caret();

    [GeneratedRegex(@"^\{\{~?\s*\^")]
    private static partial Regex Inverse();

    [GeneratedRegex(@"^\{\{~?\s+[#/]|^\{\{~?[#/]\s")]
    private static partial Regex BlankBeforeSign();

    [GeneratedRegex(@"^\{\{~?[#/]with\b")]
    private static partial Regex With();

    [GeneratedRegex(@"^\{\{~?\s*else\s")]
    private static partial Regex ElseOther();

    [GeneratedRegex(@"\sas\s*\|")]
    private static partial Regex BlockNames();

    [GeneratedRegex(@"^\{\{+~?\s*~?\}")]
    private static partial Regex Empty();

    [GeneratedRegex(@"^\{\{~?[#/](?<name>[\w.-]+)")]
    private static partial Regex Block();

    [GeneratedRegex(@"^\{\{\{?~?\s*(?<name>[\w.-]+)\s+[^~}\s]|^\{\{~?#\w+\s*\((?<name>[\w.-]+)")]
    private static partial Regex Helper();
}
