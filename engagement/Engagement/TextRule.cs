using System.Buffers;
using System.Globalization;
using System.Text;

namespace Engagement;

/// <summary>What a text may hold that a customer or an operator reads, or that names a person or a thing.</summary>
public static class TextRule
{
    // Characters without a glyph that Unicode counts as letters, marks or symbols: most of Default_Ignorable_Code_Point, and Braille's
    // blank.
    private static readonly (int First, int Last)[] Fillers =
    [
        (0x034F, 0x034F), (0x115F, 0x1160), (0x17B4, 0x17B5), (0x180B, 0x180F), (0x2800, 0x2800), (0x3164, 0x3164),
        (0xFE00, 0xFE0F), (0xFFA0, 0xFFA0), (0xFFF0, 0xFFF8), (0xE0000, 0xE0FFF),
    ];

    /// <summary>Why a text cannot be used, to be read after its name; null when it can. An empty text can.</summary>
    public static string? Objection(ReadOnlySpan<char> text) =>
        !IsUnicode(text) ? "holds half of a surrogate pair, which is no character"
        : HoldsReplacement(text) ? "holds U+FFFD, which stands for bytes that are not UTF-8"
        : HoldsControl(text) ? "holds a control character, such as a line break"
        : IsInvisible(text) ? "holds nothing that can be seen"
        : null;

    /// <summary>Whether every surrogate of a text has its other half.</summary>
    public static bool IsUnicode(ReadOnlySpan<char> text)
    {
        while (!text.IsEmpty)
        {
            if (Rune.DecodeFromUtf16(text, out _, out var length) != OperationStatus.Done)
            {
                return false;
            }

            text = text[length..];
        }

        return true;
    }

    /// <summary>Whether a text holds what decoders write for bytes that are no text.</summary>
    public static bool HoldsReplacement(ReadOnlySpan<char> text) => text.Contains((char)Rune.ReplacementChar.Value);

    /// <summary>Whether a text is empty or white space alone.</summary>
    public static bool IsBlank(ReadOnlySpan<char> text) => WithoutBlanks(text).IsEmpty;

    /// <summary>A text without the white space before and behind it: Unicode's, and U+FEFF, which JavaScript counts as such.</summary>
    public static ReadOnlySpan<char> WithoutBlanks(ReadOnlySpan<char> text)
    {
        while (!text.IsEmpty && IsBlank(text[0]))
        {
            text = text[1..];
        }

        while (!text.IsEmpty && IsBlank(text[^1]))
        {
            text = text[..^1];
        }

        return text;
    }

    private static bool IsBlank(char character) => char.IsWhiteSpace(character) || character == '\uFEFF';


    private static bool HoldsControl(ReadOnlySpan<char> text)
    {
        foreach (var character in text)
        {
            if (char.IsControl(character) || character is '\u2028' or '\u2029')
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsInvisible(ReadOnlySpan<char> text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            if (!IsInvisible(rune))
            {
                return false;
            }
        }

        return !text.IsEmpty;
    }

    private static bool IsInvisible(Rune rune) =>
        Rune.IsWhiteSpace(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Format or UnicodeCategory.Control
        || Array.Exists(Fillers, range => rune.Value >= range.First && rune.Value <= range.Last);
}
