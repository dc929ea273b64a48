namespace Engagement.Pixel;

/// <summary>
/// Walks over the <c>name=value</c> pairs of a URL-encoded line. Allocates nothing; a pair is valid until the next <see cref="Next"/>.
/// </summary>
/// <param name="encoded">The line, without its end.</param>
/// <param name="scratch">Memory for the decoded pair, at least as long as the line.</param>
public ref struct FormReader(ReadOnlySpan<char> encoded, Span<char> scratch)
{
    private readonly Span<char> scratch = scratch;
    private ReadOnlySpan<char> rest = encoded;

    /// <summary>The decoded name.</summary>
    public ReadOnlySpan<char> Name { get; private set; }

    /// <summary>The decoded value; empty when the pair has no <c>=</c>.</summary>
    public ReadOnlySpan<char> Value { get; private set; }

    /// <summary>Whether the walk ended at something that no encoder makes.</summary>
    public bool IsMalformed { get; private set; }

    /// <summary>Goes to the next pair. False at the end, and at a malformed pair.</summary>
    public bool Next()
    {
        while (!rest.IsEmpty)
        {
            var end = rest.IndexOf('&');
            var pair = end < 0 ? rest : rest[..end];
            rest = end < 0 ? [] : rest[(end + 1)..];
            if (!pair.IsEmpty)
            {
                IsMalformed = !Decode(pair);
                return !IsMalformed;
            }
        }

        return false;
    }

    private bool Decode(ReadOnlySpan<char> pair)
    {
        var equals = pair.IndexOf('=');
        var name = equals < 0 ? pair : pair[..equals];
        var value = equals < 0 ? [] : pair[(equals + 1)..];
        if (!FormText.TryDecode(name, scratch, out var nameLength)
            || !FormText.TryDecode(value, scratch[nameLength..], out var valueLength))
        {
            rest = [];
            return false;
        }

        Name = scratch[..nameLength];
        Value = scratch.Slice(nameLength, valueLength);
        return true;
    }
}
