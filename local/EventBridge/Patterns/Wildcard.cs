using System.Text;

namespace Engagement.Local.EventBridge.Patterns;

/// <summary>A text with stars: each stands for any characters, or none. <c>\*</c> and <c>\\</c> are themselves; everything else is, too.</summary>
internal sealed class Wildcard
{
    private readonly List<string> parts;

    private Wildcard(List<string> parts) => this.parts = parts;

    /// <summary>Reads one; a problem is EventBridge's text, which counts bytes from the opening quote on.</summary>
    public static (Wildcard? Wildcard, string? Problem) Read(string pattern)
    {
        var parts = new List<string>();
        var part = new StringBuilder();
        for (var i = 0; i < pattern.Length; i++)
        {
            var (current, next) = (pattern[i], i + 1 < pattern.Length ? pattern[i + 1] : '"');
            if ((current, next) is ('*', '*') || (current == '\\' && next is not ('*' or '\\')))
            {
                var place = Encoding.UTF8.GetByteCount(pattern.AsSpan(0, i)) + 1;
                return (null, $"{(current == '*' ? "Consecutive wildcard characters" : "Invalid escape character")} at pos {place}");
            }

            if (current == '*')
            {
                parts.Add(part.ToString());
                part.Clear();
            }
            else
            {
                part.Append(current == '\\' ? pattern[++i] : current);
            }
        }

        parts.Add(part.ToString());
        return (new(parts), null);
    }

    public bool Matches(string text)
    {
        if (parts.Count == 1)
        {
            return text == parts[0];
        }

        var (first, last) = (parts[0], parts[^1]);
        if (text.Length < first.Length + last.Length || !text.StartsWith(first, StringComparison.Ordinal) || !text.EndsWith(last, StringComparison.Ordinal))
        {
            return false;
        }

        // The earliest place for each part leaves the most room for the next.
        var rest = text.AsSpan(first.Length, text.Length - first.Length - last.Length);
        foreach (var part in parts[1..^1])
        {
            var found = rest.IndexOf(part, StringComparison.Ordinal);
            if (found < 0)
            {
                return false;
            }

            rest = rest[(found + part.Length)..];
        }

        return true;
    }
}
