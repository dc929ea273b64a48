using System.Buffers;

namespace Engagement;

/// <summary>
/// How many parts a text message is sent in, each of which costs: "SMS character limits" in the AWS End User Messaging SMS user guide. One
/// part has 160 characters of GSM 03.38 or 70 others; of several, each has 153 or 67. The service takes at most ten parts, which are 1,530
/// characters, and 630 where a part has 67.
/// </summary>
/// <param name="IsGsm">Whether the text has characters of GSM 03.38 alone. A single other one changes what all parts hold.</param>
/// <param name="Characters">Characters as the alphabet counts them: those of its extension count twice.</param>
public readonly record struct TextParts(bool IsGsm, int Characters)
{
    /// <summary>Most parts of a text: 10.</summary>
    public const int Most = 10;

    private const int MostGsm = 1530;
    private const int MostOther = 630;

    private static readonly SearchValues<char> Basic = SearchValues.Create(
        "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà");

    private static readonly SearchValues<char> Extended = SearchValues.Create("^{}\\[~]|€\f");

    /// <summary>How many parts.</summary>
    public int Count => Characters <= Single ? 1 : (Characters + Several - 1) / Several;

    /// <summary>Most characters of a text.</summary>
    public int MostCharacters => IsGsm ? MostGsm : MostOther;

    /// <summary>Whether the service takes that many.</summary>
    public bool Fits => Characters <= MostCharacters;

    private int Single => IsGsm ? 160 : 70;

    private int Several => IsGsm ? 153 : 67;

    /// <summary>Those of a text.</summary>
    public static TextParts From(string text) => text.All(IsInAlphabet)
        ? new(true, text.Length + text.Count(Extended.Contains))
        : new(false, text.Length);

    /// <summary>Whether a character is one of GSM 03.38 or its extension.</summary>
    public static bool IsInAlphabet(char character) => Basic.Contains(character) || Extended.Contains(character);
}
