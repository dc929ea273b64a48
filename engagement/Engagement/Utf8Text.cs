using System.Buffers;
using System.Text;

namespace Engagement;

/// <summary>Decodes files that people write, and says where one is not UTF-8.</summary>
public static class Utf8Text
{
    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <returns>The text, without a byte order mark.</returns>
    /// <exception cref="NotUtf8Exception">Some bytes are no UTF-8.</exception>
    public static string Decode(ReadOnlySpan<byte> bytes)
    {
        var text = bytes.StartsWith(ByteOrderMark) ? bytes[ByteOrderMark.Length..] : bytes;
        var valid = ValidLength(text);
        return valid == text.Length ? Encoding.UTF8.GetString(text) : throw NotUtf8(text[..valid], text[valid..]);
    }

    private static int ValidLength(ReadOnlySpan<byte> bytes)
    {
        var at = 0;
        while (at < bytes.Length && Rune.DecodeFromUtf8(bytes[at..], out _, out var length) == OperationStatus.Done)
        {
            at += length;
        }

        return at;
    }

    private static NotUtf8Exception NotUtf8(ReadOnlySpan<byte> before, ReadOnlySpan<byte> rest)
    {
        var line = before.Count((byte)'\n') + 1;
        var column = Encoding.UTF8.GetCharCount(before[(before.LastIndexOf((byte)'\n') + 1)..]) + 1;
        return new(line, column, $"the byte 0x{rest[0]:X2} is not UTF-8; save the file as UTF-8");
    }
}
