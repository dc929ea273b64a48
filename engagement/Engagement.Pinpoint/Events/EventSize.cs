using Engagement.Pixel;

namespace Engagement.Pinpoint.Events;

/// <summary>
/// How many bytes an event may take in a request: never less than it does. <see cref="Engagement.Limits"/> keep an event far below
/// the 1,000 KB that Pinpoint takes.
/// </summary>
public static class EventSize
{
    // Braces, quotes, commas, member names and the instant around the parts counted below.
    private const int Frame = 256;
    private const int MemberFrame = 12;
    private const int LongestNumber = 25;

    // A character outside the safe ones may become \uXXXX.
    private const int Escaped = 6;

    public static int Measure(PixelEvent recorded)
    {
        var size = Frame + Measure(recorded.RequestId) + Measure(recorded.Type) + Measure(recorded.EndpointId);
        foreach (var (name, value) in recorded.Attributes)
        {
            size += MemberFrame + Measure(name) + Measure(value);
        }

        foreach (var name in recorded.Metrics.Keys)
        {
            size += MemberFrame + Measure(name) + LongestNumber;
        }

        return recorded.User is { } user ? size + Measure(user) : size;
    }

    private static int Measure(UserUpdate user)
    {
        var size = Measure(user.UserId ?? "");
        foreach (var (name, value) in user.Attributes)
        {
            size += MemberFrame + Measure(name) + Measure(value);
        }

        return size;
    }

    private static int Measure(string text)
    {
        var size = 0;
        foreach (var character in text)
        {
            size += char.IsAsciiLetterOrDigit(character) || character is ' ' or '-' or '_' or '.' ? 1 : Escaped;
        }

        return size;
    }
}
