using System.Text.RegularExpressions;
using Engagement.Local.Aws;
using FsCheck;
using FsCheck.Fluent;

namespace Local.Tests.Iam;

public sealed class WildcardProperties
{
    [Fact]
    public void Pattern_matches_what_the_regular_expression_of_the_same_meaning_does()
    {
        // Few letters, so that patterns and values meet.
        var texts = Gen.Elements('a', 'b', 'B', ':', '*', '?').ListOf().Select(letters => string.Concat(letters));

        Prop.ForAll(Gen.Zip(texts, texts).ToArbitrary(), pair =>
        {
            var (pattern, value) = pair;
            var expression =
                $"^{Regex.Escape(pattern).Replace("\\*", ".*", StringComparison.Ordinal).Replace("\\?", ".", StringComparison.Ordinal)}$";
            return Wildcard.Matches(pattern, value) == Regex.IsMatch(value, expression)
                && Wildcard.Matches(pattern, value, ignoreCase: true) == Regex.IsMatch(value, expression, RegexOptions.IgnoreCase);
        }).QuickCheckThrowOnFailure();
    }
}
