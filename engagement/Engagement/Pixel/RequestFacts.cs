using System.Globalization;

namespace Engagement.Pixel;

/// <summary>
/// What API Gateway says of a request: the first line of a message. The user agent is judged while it is read and not kept.
/// </summary>
public readonly record struct RequestFacts
{
    private const int MostIdCharacters = 100;

    /// <summary>API Gateway's request id: letters, digits, <c>-</c>, <c>_</c>, at most 100.</summary>
    public required string Id { get; init; }

    /// <summary>When the request arrived.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Whether the user agent declares a bot, see <see cref="DeclaredBots"/>.</summary>
    public bool IsBot { get; init; }

    /// <summary>Whether the browser fetches ahead of a visit that may never happen.</summary>
    public bool IsPrefetch { get; init; }

    /// <summary><c>Sec-GPC: 1</c></summary>
    public bool GlobalPrivacyControl { get; init; }

    /// <summary><c>DNT: 1</c></summary>
    public bool DoNotTrack { get; init; }

    /// <param name="line">The encoded line.</param>
    /// <param name="scratch">Memory at least as long as the line.</param>
    /// <param name="problem">Why the line cannot be read, without any of its values; null when it can.</param>
    internal static RequestFacts? Read(ReadOnlySpan<char> line, Span<char> scratch, out string? problem)
    {
        string? id = null;
        DateTimeOffset? at = null;
        bool bot = false, prefetch = false, gpc = false, dnt = false;
        var reader = new FormReader(line, scratch);
        while (reader.Next())
        {
            switch (reader.Name)
            {
                case "id": id = IsId(reader.Value) ? reader.Value.ToString() : null; break;
                case "at": at = Instant(reader.Value); break;
                case "ua": bot = DeclaredBots.Matches(reader.Value); break;
                case "purpose": prefetch = IsAhead(reader.Value); break;
                case "gpc": gpc = reader.Value is "1"; break;
                case "dnt": dnt = reader.Value is "1"; break;
                default: break;
            }
        }

        problem = reader.IsMalformed ? "its first line is not URL-encoded text"
            : id is null ? "its first line has no usable 'id'"
            : at is null ? "its first line has no usable 'at' (epoch milliseconds)"
            : null;
        return problem is null
            ? new() { Id = id!, At = at!.Value, IsBot = bot, IsPrefetch = prefetch, GlobalPrivacyControl = gpc, DoNotTrack = dnt }
            : null;
    }

    private static bool IsId(ReadOnlySpan<char> text)
    {
        foreach (var character in text)
        {
            if (!char.IsAsciiLetterOrDigit(character) && character is not ('-' or '_'))
            {
                return false;
            }
        }

        return text.Length is > 0 and <= MostIdCharacters;
    }

    private static DateTimeOffset? Instant(ReadOnlySpan<char> text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var milliseconds)
        && milliseconds <= DateTimeOffset.MaxValue.ToUnixTimeMilliseconds()
            ? DateTimeOffset.FromUnixTimeMilliseconds(milliseconds)
            : null;

    // Sec-Purpose: prefetch, prefetch;prerender · Purpose: prefetch, preview · X-Moz: prefetch
    private static bool IsAhead(ReadOnlySpan<char> purpose) =>
        purpose.Contains("prefetch", StringComparison.OrdinalIgnoreCase)
        || purpose.Contains("prerender", StringComparison.OrdinalIgnoreCase)
        || purpose.Contains("preview", StringComparison.OrdinalIgnoreCase);
}
