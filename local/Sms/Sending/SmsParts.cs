using System.Buffers;

namespace Engagement.Local.Sms.Sending;

/// <summary>
/// How many parts a text is sent in ("SMS character limits" in the user guide): 160 characters of GSM 03.38 or 70 others in one part, 153
/// or 67 in each of several. Of several parts the service takes at most 1,530 or 630 characters.
/// </summary>
/// <param name="IsGsm">Whether the text has characters of GSM 03.38 alone.</param>
/// <param name="Characters">Characters as the alphabet counts them: those of its extension count twice.</param>
internal readonly record struct SmsParts(bool IsGsm, int Characters)
{
    private static readonly SearchValues<char> Basic = SearchValues.Create(
        "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà");

    private static readonly SearchValues<char> Extended = SearchValues.Create("^{}\\[~]|€\f");

    /// <summary>How many parts.</summary>
    public int Count => Characters <= Single ? 1 : (Characters + Several - 1) / Several;

    /// <summary>Whether the service takes that many.</summary>
    public bool Fits => Characters <= (IsGsm ? 1530 : 630);

    private int Single => IsGsm ? 160 : 70;

    private int Several => IsGsm ? 153 : 67;

    /// <summary>Those of a text.</summary>
    public static SmsParts From(string text) => text.All(character => Basic.Contains(character) || Extended.Contains(character))
        ? new(true, text.Length + text.Count(Extended.Contains))
        : new(false, text.Length);
}
