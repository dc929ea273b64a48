using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Engagement.Definitions.Templates;

/// <summary>What a text message can be held to before it is rendered: its fixed text.</summary>
internal static class TextMessageRules
{
    // What word processors write, and what reads alike in the alphabet of text messages.
    private static readonly FrozenDictionary<char, string> Alike = new Dictionary<char, string>
    {
        ['‘'] = "'",
        ['’'] = "'",
        ['‚'] = "'",
        ['“'] = "\"",
        ['”'] = "\"",
        ['„'] = "\"",
        ['–'] = "-",
        ['—'] = "-",
        ['•'] = "-",
        ['…'] = "...",
        ['\u00A0'] = "a blank",
        ['\t'] = "a blank",
    }.ToFrozenDictionary();

    /// <summary>What is wrong with a text.</summary>
    /// <param name="text">The file's text.</param>
    /// <param name="tags">Its tags, in order.</param>
    public static IEnumerable<TemplateProblem> Check(string text, IReadOnlyList<TemplateTag> tags) =>
        TooLong(text, tags) is { } tooLong ? [tooLong] : Typographic(text, tags);

    private static TemplateProblem? TooLong(string text, IReadOnlyList<TemplateTag> tags)
    {
        var parts = TextParts.From(FixedFor(text, tags));
        var why = parts.IsGsm ? "" : ", because it holds characters outside of GSM 03.38";
        return parts.Fits
            ? null
            : new(0, $"at least {parts.Characters} characters for every reader; a text message has at most {parts.MostCharacters}{why}");
    }

    // Where other characters are needed anyway, as in most languages, these cost nothing.
    private static IEnumerable<TemplateProblem> Typographic(string text, IReadOnlyList<TemplateTag> tags)
    {
        var foreign = Literals(text, tags).Where(at => !TextParts.IsInAlphabet(text[at])).ToList();
        return foreign.TrueForAll(at => Alike.ContainsKey(text[at]))
            ? foreign.DistinctBy(at => text[at]).Select(at => new TemplateProblem(at, Advice(text[at])))
            : [];
    }

    private static string Advice(char character) => string.Create(
        CultureInfo.InvariantCulture,
        $"U+{(int)character:X4} is not in the alphabet of text messages (GSM 03.38), and with it a part holds 70 characters instead of 160;"
            + $" write {Alike[character]}");

    // What every customer reads: the text outside of tags and blocks.
    private static string FixedFor(string text, IReadOnlyList<TemplateTag> tags)
    {
        var (builder, from, depth) = (new StringBuilder(), 0, 0);
        foreach (var tag in tags)
        {
            builder.Append(depth == 0 ? text[from..tag.Position] : "");
            from = tag.Position + tag.Length;
            depth += tag.Kind switch
            {
                TemplateTagKind.Open => 1,
                TemplateTagKind.Close => -1,
                _ => 0,
            };
        }

        return builder.Append(text.AsSpan(from).TrimEnd("\r\n")).ToString();
    }

    // The positions of the characters that no tag holds.
    private static IEnumerable<int> Literals(string text, IReadOnlyList<TemplateTag> tags)
    {
        var next = 0;
        foreach (var tag in tags)
        {
            for (; next < tag.Position; next++)
            {
                yield return next;
            }

            next = tag.Position + tag.Length;
        }

        for (; next < text.Length; next++)
        {
            yield return next;
        }
    }
}
