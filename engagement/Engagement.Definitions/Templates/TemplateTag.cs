using System.Text.RegularExpressions;

namespace Engagement.Definitions.Templates;

/// <summary>
/// A tag of the template language. It is a list of what is allowed, letter by letter, and no grammar of Handlebars: that is
/// Handlebars.Net's (<see cref="HandlebarsReading"/>). Each form renders alike in Handlebars.js and Handlebars.Net; tests/Conformance holds
/// it.
/// </summary>
public sealed partial record TemplateTag
{
    // A name that needs no brackets, or one in brackets. Words that mean something of their own are no names in every Handlebars. Longer
    // than every name that a platform takes, so that no match takes long.
    private const string Segment = @"(?:(?!(?:true|false|null|undefined)(?![\p{L}\p{M}\p{N}_-]))[\p{L}_][\p{L}\p{M}\p{N}_-]{0,99}|\[(?!\ )[\p{L}\p{M}\p{N}\ _.,+@&$%-]{1,100}(?<!\ )\])";

    private const string Path = $@"[\ \t\r\n]*(?<path>(?:\.\./)?(?:@index|@first|@last|{Segment}(?:\.(?!this(?![\p{{L}}\p{{M}}\p{{N}}_-])){Segment}){{0,5}}))[\ \t\r\n]*";

    /// <summary>What it does.</summary>
    public required TemplateTagKind Kind { get; init; }

    /// <summary>The block that it opens or closes: <c>if</c>, <c>unless</c> or <c>each</c>; otherwise empty.</summary>
    public string Block { get; init; } = "";

    /// <summary>The path of its value, as it is written; empty where it has none.</summary>
    public string ValuePath { get; init; } = "";

    /// <summary>Where in the text its braces stand, from 0.</summary>
    public required int Position { get; init; }

    /// <summary>How long it is.</summary>
    public required int Length { get; init; }

    /// <summary>Whether it puts a value into the message.</summary>
    public bool Shows => Kind is TemplateTagKind.Show or TemplateTagKind.ShowRaw;

    /// <summary>The tag whose braces stand at a position; null where it is none of the allowed ones.</summary>
    internal static TemplateTag? At(string text, int position)
    {
        // A brace or a backslash before a tag changes what it is, and not in the same way everywhere.
        if (position > 0 && text[position - 1] is '{' or '\\')
        {
            return null;
        }

        var match = Allowed().Match(text, position);
        return match.Success
            ? new()
            {
                Kind = KindOf(match),
                Block = match.Groups["block"].Value,
                ValuePath = match.Groups["path"].Value,
                Position = position,
                Length = match.Length,
            }
            : null;
    }

    private static TemplateTagKind KindOf(Match match) =>
        Enum.GetValues<TemplateTagKind>().First(kind => match.Groups[kind.ToString()].Success);

    [GeneratedRegex($$$"""
        \G(?:
          (?<Comment>\{\{!--(?:(?!--)[^{}])*--\}\} | \{\{!(?!--)[^{}]*\}\})
        | (?<ShowRaw>\{\{\{{{{Path}}}\}\}\})
        | (?<Open>\{\{~?\#(?<block>if|unless|each)[\ \t\r\n]{{{Path}}}~?\}\})
        | (?<Close>\{\{~?/(?<block>if|unless|each)[\ \t\r\n]*~?\}\})
        | (?<Else>\{\{~?[\ \t\r\n]*else[\ \t\r\n]*~?\}\})
        | (?<Show>\{\{~?{{{Path}}}~?\}\})
        )(?!\})
        """, RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace | RegexOptions.ExplicitCapture)]
    private static partial Regex Allowed();
}
