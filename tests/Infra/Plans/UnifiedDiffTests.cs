using Engagement.Local.Plans;

namespace Infra.Tests.Plans;

/// <summary>The form that <c>diff -u</c> gives.</summary>
public sealed class UnifiedDiffTests
{
    [Fact]
    public void Equal_texts_have_none() => Assert.Empty(UnifiedDiff.Between("a.yaml", "a\nb\n", "a\nb\n"));

    [Fact]
    public void Three_lines_around_a_change_are_shown() => Assert.Equal(
        ["--- a/a.yaml", "+++ b/a.yaml", "@@ -2,7 +2,7 @@", " 2", " 3", " 4", "-5", "+five", " 6", " 7", " 8"],
        UnifiedDiff.Between("a.yaml", Lines(1, 9), Lines(1, 9).Replace("5", "five", StringComparison.Ordinal)));

    [Fact]
    public void Changes_far_from_each_other_are_apart() => Assert.Equal(
        ["@@ -1,4 +1,3 @@", "-1", " 2", " 3", " 4", "@@ -18,3 +17,4 @@", " 18", " 19", " 20", "+21"],
        UnifiedDiff.Hunks(Lines(1, 20), Lines(2, 21)));

    [Fact]
    public void A_new_text_is_all_new() => Assert.Equal(["@@ -0,0 +1,2 @@", "+1", "+2"], UnifiedDiff.Hunks("", Lines(1, 2)));

    [Fact]
    public void A_text_that_went_is_all_gone() => Assert.Equal(["@@ -1,2 +0,0 @@", "-1", "-2"], UnifiedDiff.Hunks(Lines(1, 2), ""));

    private static string Lines(int from, int to) => string.Concat(Enumerable.Range(from, to - from + 1).Select(number => $"{number}\n"));
}
