namespace Engagement.Pixel;

/// <summary>
/// Walks over the <c>name=value</c> pairs of a URL-encoded line. Allocates nothing; decoded pairs stand one behind the other in the memory
/// that it is given.
/// </summary>
/// <param name="encoded">The line, without its end.</param>
/// <param name="scratch">Memory for the decoded pairs, at least as long as the line.</param>
public ref struct FormReader(ReadOnlySpan<char> encoded, Span<char> scratch)
{
    private readonly Span<char> scratch = scratch;
    private ReadOnlySpan<char> rest = encoded;

    /// <summary>The decoded name.</summary>
    public readonly ReadOnlySpan<char> Name => scratch[NameStart..ValueStart];

    /// <summary>The decoded value; empty when the pair has no <c>=</c>.</summary>
    public readonly ReadOnlySpan<char> Value => scratch[ValueStart..End];

    /// <summary>Where the name begins in the memory.</summary>
    public int NameStart { get; private set; }

    /// <summary>Where the name ends in the memory, and the value begins.</summary>
    public int ValueStart { get; private set; }

    /// <summary>Where the value ends in the memory. All that was decoded stands before it.</summary>
    public int End { get; private set; }

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
        if (!FormText.TryDecode(name, scratch[End..], out var nameLength)
            || !FormText.TryDecode(value, scratch[(End + nameLength)..], out var valueLength))
        {
            rest = [];
            return false;
        }

        NameStart = End;
        ValueStart = NameStart + nameLength;
        End = ValueStart + valueLength;
        return true;
    }
}
