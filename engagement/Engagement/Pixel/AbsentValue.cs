namespace Engagement.Pixel;

/// <summary>
/// The values that mean "nothing". Google Tag Manager renders a missing variable as the text of a JavaScript value, and a list as texts
/// with commas between them. <c>tests/nothing.yaml</c> has the cases, which the gateway's template, the template for Tag Manager and the
/// documentation share.
/// </summary>
public static class AbsentValue
{
    /// <summary>
    /// Whether a value is blank, <c>undefined</c>, <c>null</c>, <c>NaN</c> or <c>[object Object]</c>, or a list of nothing else. Blanks
    /// around them do not matter.
    /// </summary>
    public static bool Is(ReadOnlySpan<char> value) => IsListOf(value, asId: false);

    /// <summary>
    /// Whether an endpoint's id is one of those, or <c>true</c>, <c>false</c> or <c>0</c>, which name no endpoint either.
    /// </summary>
    public static bool IsAsId(ReadOnlySpan<char> value) => IsListOf(value, asId: true);

    private static bool IsListOf(ReadOnlySpan<char> value, bool asId)
    {
        // Nearly every value differs from all of them in its first character.
        if (!value.IsEmpty && char.IsAsciiLetterOrDigit(value[0]) && value[0] is not ('u' or 'n' or 'N' or 't' or 'f' or '0'))
        {
            return false;
        }

        foreach (var range in value.Split(','))
        {
            var item = TextRule.WithoutBlanks(value[range]);
            if (!(item is "" or "undefined" or "null" or "NaN" or "[object Object]" || (asId && item is "true" or "false" or "0")))
            {
                return false;
            }
        }

        return true;
    }
}
