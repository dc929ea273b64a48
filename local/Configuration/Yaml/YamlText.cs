using System.Text;

namespace Engagement.Local.Configuration.Yaml;

/// <summary>A file's text, refused where it is none.</summary>
internal static class YamlText
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads a file in UTF-8, with or without a byte order mark.</summary>
    /// <exception cref="FormatException">It cannot be read, or holds bytes that are not UTF-8 or characters that YAML forbids; the message
    /// says where.</exception>
    public static string Read(string path)
    {
        var file = Path.GetFileName(path);
        var bytes = BytesOf(path);
        var text = bytes is [0xEF, 0xBB, 0xBF, ..] ? Decoded(bytes.AsSpan(3), file) : Decoded(bytes, file);
        var (line, column) = (1L, 1L);
        foreach (var rune in text.EnumerateRunes())
        {
            if (!IsAllowed(rune.Value))
            {
                throw new YamlPlace(file, line, column).Wrong(
                    $"the character U+{rune.Value:X4} is not allowed in YAML; in a text in double quotes it can be written as an escape.");
            }

            (line, column) = rune.Value == '\n' ? (line + 1, 1) : (line, column + 1);
        }

        return text;
    }

    private static byte[] BytesOf(string path)
    {
        try
        {
            return File.ReadAllBytes(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new FormatException($"{path}: it cannot be read: {e.Message}", e);
        }
    }

    private static string Decoded(ReadOnlySpan<byte> bytes, string file)
    {
        try
        {
            return Utf8.GetString(bytes);
        }
        catch (DecoderFallbackException e)
        {
            var before = bytes[..ValidLength(bytes)];
            var line = before[(before.LastIndexOf((byte)'\n') + 1)..];
            var place = new YamlPlace(file, before.Count((byte)'\n') + 1, Utf8.GetCharCount(line) + 1);
            throw new FormatException($"{place}: the bytes here are not UTF-8; save the file in UTF-8.", e);
        }
    }

    private static int ValidLength(ReadOnlySpan<byte> bytes)
    {
        var length = 0;
        while (Rune.DecodeFromUtf8(bytes[length..], out _, out var consumed) == System.Buffers.OperationStatus.Done)
        {
            length += consumed;
        }

        return length;
    }

    // YAML 1.2, production 1, as yaml.v3 checks it.
    private static bool IsAllowed(int character) => character is 0x09 or 0x0A or 0x0D or 0x85
        or (>= 0x20 and <= 0x7E) or (>= 0xA0 and <= 0xD7FF) or (>= 0xE000 and <= 0xFFFD) or >= 0x10000;
}
