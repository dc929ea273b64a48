using System.Buffers;

namespace Engagement;

/// <summary>What a name of an event type, attribute, metric or user attribute may look like.</summary>
public static class NameRule
{
    // Pinpoint's API reference advises against these: its console cannot display a name that holds one.
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
            return $"has {name.Length} characters; Pinpoint takes at most {Limits.NameLength}";
        }

        return IsWellFormed(name) ? null : "holds a character that Pinpoint cannot show: one of # : ? \\ / or a control character";
    }

    /// <summary>Whether no character of the name is unfit; says nothing about its length.</summary>
    public static bool IsWellFormed(ReadOnlySpan<char> name) => !name.ContainsAny(Unfit) && !HoldsControlCharacter(name);

    /// <summary>Whether a text holds a control character, such as a new line.</summary>
    public static bool HoldsControlCharacter(ReadOnlySpan<char> text)
    {
        foreach (var character in text)
        {
            if (char.IsControl(character))
            {
                return true;
            }
        }

        return false;
    }
}
