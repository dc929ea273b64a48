using Engagement.Definitions;

namespace Engagement.Pixel;

/// <summary>How an event type appears in logs: a caller may send anything as event, an address or a name too.</summary>
public static class ShownEventType
{
    /// <summary>What stands for an event type that is not shown.</summary>
    public const string Unlisted = "(unlisted)";

    /// <summary>
    /// The event type when the plan lists it or it is a plain word: letters, digits, <c>_</c>, <c>.</c>, <c>-</c>, at most 50.
    /// </summary>
    public static string From(string? eventType, PlannedEvent? planned) =>
        planned?.Name ?? (eventType is not null && IsPlain(eventType) ? eventType : Unlisted);

    private static bool IsPlain(string text) =>
        text.Length is > 0 and <= Limits.NameLength
        && text.All(character => char.IsAsciiLetterOrDigit(character) || character is '_' or '.' or '-');
}
