using System.Text.RegularExpressions;

namespace Infra.Tests.Writing;

/// <summary>Comments, pages and messages name their readers: the caller, the operator, the marketer, the customer.</summary>
public sealed partial class PlainWordsTests
{
    [Fact]
    public void No_page_or_comment_has_a_word_that_hides_its_subject() => WrittenFile.AssertNone(
        from file in WrittenFile.All
            // Holds the words themselves.
        where file.Path != "tests/Infra/Writing/PlainWordsTests.cs"
        from line in file.Lines
        from word in Hidden().Matches(line.Text)
        select $"{file.Path}:{line.Number}: '{word.Value}'");

    [GeneratedRegex(@"\b(whoever|whomever|whom|somebody|that which)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Hidden();
}
