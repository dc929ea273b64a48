using System.Globalization;

namespace Engagement.Pixel.Recording;

/// <summary>Takes what a visitor sent out of the service's messages before they are logged.</summary>
public static class ValueMask
{
    private const string Mask = "[…]";

    // Shorter values are masked only as whole words: "a" is part of nearly every message.
    private const int ShortestAnywhere = 4;

    // The service may quote in ways that no mask finds.
    private const int Longest = 200;

    /// <returns>The words without what was sent, at most some 200 characters of them.</returns>
    /// <param name="message">The service's words.</param>
    /// <param name="recorded">The event that they are about.</param>
    /// <param name="listed">
    /// Whether the tracking plan lists the event; the names of one that it does not list are the visitor's, too.
    /// </param>
    public static string Apply(string message, PixelEvent recorded, bool listed)
    {
        // The longest first, so that no part of a value stays behind when another is contained in it.
        foreach (var value in Values(recorded, listed).Where(value => value.Length > 0).OrderByDescending(value => value.Length))
        {
            message = Without(message, value);
        }

        return message.Length <= Longest ? message : $"{message.AsSpan(0, Longest)}…";
    }

    private static IEnumerable<string> Values(PixelEvent recorded, bool listed)
    {
        var user = recorded.User ?? new UserUpdate();
        IEnumerable<string> values =
        [
            recorded.EndpointId,
            user.UserId ?? "",
            .. recorded.Attributes.Values,
            .. recorded.Metrics.Values.Select(value => value.ToString(CultureInfo.InvariantCulture)),
            .. user.Attributes.Values,
        ];
        return listed ? values : [.. values, recorded.Type, .. recorded.Attributes.Keys, .. recorded.Metrics.Keys, .. user.Attributes.Keys];
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
