using System.Buffers;
using System.Text;

namespace Engagement.Pixel;

/// <summary>Decodes <c>application/x-www-form-urlencoded</c> text: <c>+</c> is a space, <c>%XX</c> are bytes of UTF-8.</summary>
public static class FormText
{
    private const int EscapeLength = 3;
    private const int AsciiEnd = 0x80;

    /// <param name="encoded">One encoded name or value.</param>
    /// <param name="decoded">Where the text goes; as long as <paramref name="encoded"/> always suffices. May be the same memory.</param>
    /// <param name="written">Characters written.</param>
    /// <returns>
    /// False when the text is not what an encoder makes: an incomplete escape, bytes that are not UTF-8, a space or control character left
    /// unencoded.
    /// </returns>
    public static bool TryDecode(ReadOnlySpan<char> encoded, Span<char> decoded, out int written)
    {
        written = 0;
        var at = 0;
        while (at < encoded.Length)
        {
            var character = encoded[at];
            if (character is > ' ' and <= '~' and not ('%' or '+'))
            {
                decoded[written++] = character;
                at++;
            }
            else if (character == '%')
            {
                // Most escapes are punctuation.
                if (TryByte(encoded, at, out var single) && single < AsciiEnd)
                {
                    decoded[written++] = (char)single;
                    at += EscapeLength;
                    continue;
                }

                if (!TryDecodeRune(encoded, ref at, out var rune))
                {
                    return false;
                }

                written += rune.EncodeToUtf16(decoded[written..]);
            }
            else if (character <= ' ' || char.IsControl(character) || char.IsSurrogate(character))
            {
                return false;
            }
            else
            {
                decoded[written++] = character == '+' ? ' ' : character;
                at++;
            }
        }

        return true;
    }

    // One character is one to four escapes.
    private static bool TryDecodeRune(ReadOnlySpan<char> encoded, ref int at, out Rune rune)
    {
        Span<byte> bytes = stackalloc byte[4];
        rune = default;
        for (var count = 0; count < bytes.Length; count++)
        {
            if (!TryByte(encoded, at, out bytes[count]))
            {
                return false;
            }

            at += EscapeLength;
            switch (Rune.DecodeFromUtf8(bytes[..(count + 1)], out rune, out _))
            {
                case OperationStatus.Done: return true;
                case OperationStatus.NeedMoreData: break;
                default: return false;
            }
        }

        return false;
    }

    private static bool TryByte(ReadOnlySpan<char> encoded, int at, out byte value)
    {
        value = 0;
        if (at + EscapeLength > encoded.Length
            || encoded[at] != '%'
            || !char.IsAsciiHexDigit(encoded[at + 1])
            || !char.IsAsciiHexDigit(encoded[at + 2]))
        {
            return false;
        }

        value = (byte)((Digit(encoded[at + 1]) << 4) | Digit(encoded[at + 2]));
        return true;
    }

    private static int Digit(char hex) => hex <= '9' ? hex - '0' : (hex | 0x20) - 'a' + 10;
}
