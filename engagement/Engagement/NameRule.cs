using System.Buffers;

namespace Engagement;

/// <summary>What a name of an event type, attribute, metric or user attribute may look like.</summary>
public static class NameRule
{
    // A platform's console cannot display a name that holds one.
    private static readonly SearchValues<char> Unfit = SearchValues.Create("#:?\\/");

    /// <summary>Why <paramref name="name"/> cannot be used, to be read after "the name"; null when it can.</summary>
    public static string? Objection(ReadOnlySpan<char> name)
    {
        if (name.IsEmpty)
        {
            return "is empty";
        }

        if (name.Length > Limits.NameLength)
        {
            return $"has {name.Length} characters; at most {Limits.NameLength} are possible";
        }

        return name.ContainsAny(Unfit)
            ? "holds a character that cannot be shown: one of # : ? \\ / or a control character"
            : TextRule.Objection(name);
    }

    /// <summary>Whether the name is a text that can be shown; says nothing about its length.</summary>
    public static bool IsWellFormed(ReadOnlySpan<char> name) => !name.ContainsAny(Unfit) && TextRule.Objection(name) is null;
}
