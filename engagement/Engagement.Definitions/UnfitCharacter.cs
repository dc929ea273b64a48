using System.Buffers;
using System.Globalization;
using System.Text;

namespace Engagement.Definitions;

/// <summary>A character that no text of a definition may hold.</summary>
/// <param name="Index">Where in the text it stands, from 0.</param>
/// <param name="Objection">What is wrong with it, and what would be right.</param>
internal sealed record UnfitCharacter(int Index, string Objection)
{
    /// <summary>The first one of a text; null when there is none. Tabs and line breaks are fit.</summary>
    public static UnfitCharacter? Find(string text)
    {
        for (var i = 0; i < text.Length;)
        {
            if (Rune.DecodeFromUtf16(text.AsSpan(i), out var rune, out var length) != OperationStatus.Done)
            {
                return new(i, "holds half of a surrogate pair, which is no character; write the whole character");
            }

            if (IsUnfit(rune))
            {
                return new(
                    i, string.Create(
                        CultureInfo.InvariantCulture,
                        $"holds the character U+{rune.Value:X4}, which cannot be seen and does harm; take it out"));
            }

            i += length;
        }

        return null;
    }

    // Control characters, the separators of lines and paragraphs, the byte order mark, and what decoders write for bytes that are no text.
    private static bool IsUnfit(Rune rune) =>
        rune.Value is 0x2028 or 0x2029 or 0xFEFF or 0xFFFD || (Rune.IsControl(rune) && rune.Value is not ('\t' or '\n' or '\r'));
}
