using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;

namespace Engagement.Identity;

/// <summary>
/// HMAC-SHA256 with one key. To set a key up takes twice as long as to hash a short text with it, so that it is set up once.
/// </summary>
[SuppressMessage("Design", "CA1001", Justification = "Keys are shared and live until they are rotated; the finalizer ends the hash.")]
internal sealed class KeyedHash(byte[] key)
{
    private readonly Lock gate = new();
    private readonly IncrementalHash hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key);

    /// <summary>Writes the hash of a text, 32 bytes.</summary>
    public void Hash(ReadOnlySpan<byte> text, Span<byte> result)
    {
        lock (gate)
        {
            hash.AppendData(text);
            hash.GetHashAndReset(result);
        }
    }
}
