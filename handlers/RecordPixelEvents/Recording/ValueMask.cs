using Engagement.Pixel;

namespace RecordPixelEvents.Recording;

/// <summary>Takes what a visitor sent out of the service's messages before they are logged.</summary>
internal static class ValueMask
{
    private const string Mask = "[…]";

    // Shorter values are masked only as whole words: "a" is part of nearly every message.
    private const int ShortestAnywhere = 4;

    public static string Apply(string message, PixelEvent recorded)
    {
        // The longest first, so that no part of a value stays behind when another is contained in it.
        foreach (var value in Values(recorded).Where(value => value.Length > 0).OrderByDescending(value => value.Length))
        {
            message = Without(message, value);
        }

        return message;
    }

    private static IEnumerable<string> Values(PixelEvent recorded)
    {
        var user = recorded.User;
        return [recorded.EndpointId, .. recorded.Attributes.Values, .. user?.Attributes.Values ?? [], .. user?.UserId is { } id ? [id] : Array.Empty<string>()];
    }

    private static string Without(string message, string value)
    {
        for (var at = Find(message, value, 0); at >= 0; at = Find(message, value, at + Mask.Length))
        {
            message = string.Concat(message.AsSpan(0, at), Mask, message.AsSpan(at + value.Length));
        }

        return message;
    }

    private static int Find(string message, string value, int from)
    {
        for (var at = Next(from); at >= 0; at = Next(at + 1))
        {
            if (value.Length >= ShortestAnywhere || IsWord(message, at, value.Length))
            {
                return at;
            }
        }

        return -1;

        int Next(int start) => start <= message.Length ? message.IndexOf(value, start, StringComparison.OrdinalIgnoreCase) : -1;
    }

    private static bool IsWord(string message, int at, int length) =>
        (at == 0 || !char.IsLetterOrDigit(message[at - 1]))
        && (at + length == message.Length || !char.IsLetterOrDigit(message[at + length]));
}
