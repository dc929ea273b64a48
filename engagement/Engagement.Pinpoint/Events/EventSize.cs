using System.Buffers;
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

    private static readonly SearchValues<char> Safe =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789 -_.");

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

    private static int Measure(ReadOnlySpan<char> text)
    {
        var size = text.Length;
        for (var at = text.IndexOfAnyExcept(Safe); at >= 0; at = text.IndexOfAnyExcept(Safe))
        {
            size += Escaped - 1;
            text = text[(at + 1)..];
        }

        return size;
    }
}
