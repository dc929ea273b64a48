using System.Buffers;

namespace Engagement;

/// <summary>
/// What a segment, an announcement, a campaign, a template or an announcement's attribute may be called. The name stands unchanged in a
/// platform's names and tags, in a path of Handlebars and in a folder's name.
/// </summary>
public static class DefinitionNameRule
{
    private static readonly SearchValues<char> Fit = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-");

    /// <summary>Why <paramref name="name"/> cannot be used, to be read after "the name"; null when it can.</summary>
    /// <param name="name">The name.</param>
    /// <param name="longest">Most characters.</param>
    public static string? Objection(ReadOnlySpan<char> name, int longest = Limits.DefinitionNameLength)
    {
        if (name.IsEmpty)
        {
            return "is empty";
        }

        if (name.Length > longest)
        {
            return $"has {name.Length} characters; at most {longest} are possible";
        }

        return name.ContainsAnyExcept(Fit) || !char.IsAsciiLetterOrDigit(name[0])
            ? "holds something else than letters (a to z), digits, _ and -, or does not begin with a letter or digit"
            : null;
    }
}
