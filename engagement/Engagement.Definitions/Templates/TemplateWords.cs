using System.Globalization;
using System.Text.RegularExpressions;

namespace Engagement.Definitions.Templates;

/// <summary>Takes the content of a tag apart.</summary>
internal static partial class TemplateWords
{
    public static List<TemplateWord> Of(TemplateTag tag)
    {
        var words = new List<TemplateWord>();
        foreach (var match in Word().EnumerateMatches(tag.Content))
        {
            var text = tag.Content.Substring(match.Index, match.Length);
            var key = OptionKey().Match(text);
            var value = text[key.Length..];
            words.Add(new(Kind(value, key.Success), value, tag.ContentPosition + match.Index + key.Length));
        }

        return words;
    }

    private static TemplateWordKind Kind(string text, bool isOption) => text switch
    {
        "(" => TemplateWordKind.Open,
        ")" => TemplateWordKind.Close,
        "true" or "false" or "null" or "undefined" or "" => TemplateWordKind.Literal,
        ['"' or '\'', ..] => TemplateWordKind.Literal,
        _ when double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _) => TemplateWordKind.Literal,
        _ => isOption ? TemplateWordKind.Option : TemplateWordKind.Name,
    };

    /// <summary>The parts of a path: <c>User.UserAttributes.[my tier].[0]</c> has four.</summary>
    public static string[] Segments(string path) =>
        [.. Segment().Matches(path).Select(match => match.Value is ['[', .. var name, ']'] ? name : match.Value)];

    [GeneratedRegex("""(?:[^\s()="'\[\]|]+=)?(?:"[^"]*"|'[^']*'|(?:\[[^\]]*\]|[^\s()"'\[\]=])+)|[()]""", RegexOptions.CultureInvariant)]
    private static partial Regex Word();

    [GeneratedRegex("""^[^\s()="'\[\]|]+=""", RegexOptions.CultureInvariant)]
    private static partial Regex OptionKey();

    [GeneratedRegex(@"\[[^\]]*\]|[^./\[\]]+", RegexOptions.CultureInvariant)]
    private static partial Regex Segment();
}
