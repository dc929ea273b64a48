using System.Buffers;
using System.Collections.Frozen;

namespace Engagement.Pixel;

/// <summary>
/// The values that mean "nothing". Google Tag Manager renders a missing variable as the text of a JavaScript value, and a list as texts
/// with commas between them. <c>tests/nothing.yaml</c> has the cases, which the gateway's template, the template for Tag Manager and the
/// documentation share.
/// </summary>
public static class AbsentValue
{
    private static readonly FrozenSet<string> Words =
        FrozenSet.Create(StringComparer.Ordinal, "", "undefined", "null", "NaN", "[object Object]");

    private static readonly FrozenSet<string> NoIds = FrozenSet.Create(StringComparer.Ordinal, [.. Words, "true", "false", "0"]);

    private static readonly SearchValues<char> Firsts =
        SearchValues.Create([.. NoIds.Where(word => word.Length > 0).Select(word => word[0])]);

    /// <summary>
    /// Whether a value is blank, <c>undefined</c>, <c>null</c>, <c>NaN</c> or <c>[object Object]</c>, or a list of nothing else. Blanks
    /// around them do not matter.
    /// </summary>
    public static bool Is(ReadOnlySpan<char> value) => IsListOf(value, Words);

    /// <summary>
    /// Whether an endpoint's id is one of those, or <c>true</c>, <c>false</c> or <c>0</c>, which name no endpoint either.
    /// </summary>
    public static bool IsAsId(ReadOnlySpan<char> value) => IsListOf(value, NoIds);

    private static bool IsListOf(ReadOnlySpan<char> value, FrozenSet<string> words)
    {
        // Nearly every value differs from all of them in its first character.
        if (!value.IsEmpty && char.IsAsciiLetterOrDigit(value[0]) && !Firsts.Contains(value[0]))
        {
            return false;
        }

        var known = words.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var range in value.Split(','))
        {
            if (!known.Contains(TextRule.WithoutBlanks(value[range])))
            {
                return false;
            }
        }

        return true;
    }
}
