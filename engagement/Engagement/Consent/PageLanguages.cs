using System.Globalization;
using Engagement.Definitions.Topics;

namespace Engagement.Consent;

/// <summary>Finds the page's language for a reader.</summary>
internal static class PageLanguages
{
    // A browser names a handful. More is no browser's.
    private const int MostRanges = 20;

    // Languages whose usual script runs from right to left, as the Unicode CLDR has them ("layout", characterOrder).
    private static readonly string[] FromRight = ["ar", "ckb", "dv", "fa", "he", "ks", "ps", "sd", "ug", "ur", "yi"];

    /// <summary>
    /// The language that a reader asks for first of those there are, by lookup (RFC 4647, section 3.4): <c>de-CH</c> finds <c>de</c>.
    /// English where none fits.
    /// </summary>
    /// <param name="languages">Those there are, beside English.</param>
    /// <param name="asked">What the link asks for; null when it asks for none. It comes before what the reader's browser asks for.</param>
    /// <param name="accepted">The header <c>Accept-Language</c>; null when there is none.</param>
    public static PageLanguage Find(IReadOnlyList<PageLanguage> languages, string? asked, string? accepted)
    {
        List<PageLanguage> all = [.. languages, PageLanguage.English];
        return RangesOf(accepted).Prepend(asked ?? "").Select(range => Find(all, range)).FirstOrDefault(found => found is not null)
            ?? all.First(language => language.Tag == PageLanguage.English.Tag);
    }

    /// <summary>The direction of a language's script, as HTML names it.</summary>
    public static string DirectionOf(PageLanguage language) => FromRight.Contains(language.Tag.Split('-')[0]) ? "rtl" : "ltr";

    private static PageLanguage? Find(List<PageLanguage> languages, string range)
    {
        for (var tag = range; tag.Length > 0; tag = tag[..Math.Max(tag.LastIndexOf('-'), 0)])
        {
            if (languages.Find(language => language.Tag.Equals(tag, StringComparison.OrdinalIgnoreCase)) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    // "da, en-GB;q=0.8, en;q=0.7": RFC 9110, section 12.5.4. A quality of 0 means: not this one.
    private static IEnumerable<string> RangesOf(string? header) => (header ?? "").Split(',', MostRanges + 1).Take(MostRanges)
        .Select(each => each.Split(';', StringSplitOptions.TrimEntries))
        .Select(parts => (Range: parts[0], Quality: QualityOf(parts)))
        .Where(each => each.Quality > 0)
        .OrderByDescending(each => each.Quality)
        .Select(each => each.Range);

    private static double QualityOf(string[] parts) =>
        parts.Skip(1).FirstOrDefault(part => part.StartsWith("q=", StringComparison.OrdinalIgnoreCase)) is not { } quality ? 1
        : double.TryParse(quality.AsSpan(2), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number
        : 0;
}
