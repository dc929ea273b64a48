using System.Text;

namespace Engagement.Local.Sqs.Messages;

/// <summary>What a message may consist of.</summary>
internal static class MessageText
{
    /// <summary>Refuses a text that is empty, too long with what is attached to it, or holds characters that XML cannot.</summary>
    /// <exception cref="Aws.AwsException">The error that AWS answers.</exception>
    public static void Check(string text, MessageAttributes attributes, int maximumSize)
    {
        if (text.Length == 0)
        {
            throw SqsError.Missing("MessageBody");
        }

        if (Size(text, attributes) > maximumSize)
        {
            throw SqsError.Invalid($"One or more parameters are invalid. Reason: Message must be shorter than {maximumSize} bytes.");
        }

        if (!IsAllowed(text))
        {
            throw SqsError.InvalidCharacters();
        }
    }

    /// <summary>Bytes that count towards the limits.</summary>
    public static int Size(string text, MessageAttributes attributes) => Encoding.UTF8.GetByteCount(text) + attributes.Size;

    /// <summary>Whether XML could carry it.</summary>
    public static bool IsAllowed(string text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            // A lone surrogate enumerates as U+FFFD, which is allowed, as it is in the UTF-8 that came over the wire.
            if (rune.Value is < 0x20 and not (0x9 or 0xA or 0xD) or 0xFFFE or 0xFFFF)
            {
                return false;
            }
        }

        return true;
    }
}
