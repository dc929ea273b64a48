using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Engagement.Identity;

/// <summary>
/// Proof that the site's own back end vouches for an endpoint and its user: base64url without padding of HMAC-SHA256 over the UTF-8 text
/// <c>endpoint_id \n user_id \n exp</c>. An absent user id is empty. None of the three may hold a control character, or two different
/// triples could make the same text; callers refuse those first.
/// </summary>
public static class IdentitySignature
{
    /// <summary>Characters of a signature: 32 bytes in base64url without padding.</summary>
    public const int Length = 43;

    /// <summary>
    /// How long a signature may be valid unless a setting says otherwise. That is longer than a page stays open, and short enough for a
    /// leaked one to end.
    /// </summary>
    public static readonly TimeSpan DefaultMaximumValidity = TimeSpan.FromDays(31);

    /// <param name="endpointId">The endpoint that the request is for.</param>
    /// <param name="userId">The user that the endpoint belongs to; null when the request names none.</param>
    /// <param name="expiry">When the signature ends to be valid, in Unix seconds (parameter <c>exp</c>).</param>
    /// <param name="key">The current key's text.</param>
    /// <returns>The parameter <c>sig</c>.</returns>
    public static string Compute(string endpointId, string? userId, long expiry, string key)
    {
        Span<byte> signature = stackalloc byte[HMACSHA256.HashSizeInBytes];
        Hash(new(Encoding.UTF8.GetBytes(key)), endpointId, userId, expiry.ToString(CultureInfo.InvariantCulture), signature);
        return Base64Url.EncodeToString(signature);
    }

    /// <summary>
    /// Whether one of the keys made the signature. Takes the same time wherever a wrong one differs. Does not judge the expiry.
    /// </summary>
    /// <param name="signature">The parameter <c>sig</c>.</param>
    /// <param name="endpointId">The parameter <c>endpoint_id</c>.</param>
    /// <param name="userId">The parameter <c>user_id</c>; empty when absent.</param>
    /// <param name="expiry">The parameter <c>exp</c>, as it was sent.</param>
    /// <param name="keys">The keys to try.</param>
    public static bool Verify(
        ReadOnlySpan<char> signature, ReadOnlySpan<char> endpointId, ReadOnlySpan<char> userId, ReadOnlySpan<char> expiry, SigningKeys keys)
    {
        Span<byte> given = stackalloc byte[HMACSHA256.HashSizeInBytes];
        if (signature.Length != Length
            || Base64Url.DecodeFromChars(signature, given, out _, out var bytes) != OperationStatus.Done
            || bytes != given.Length)
        {
            return false;
        }

        Span<byte> expected = stackalloc byte[HMACSHA256.HashSizeInBytes];
        Hash(keys.Current, endpointId, userId, expiry, expected);
        var genuine = CryptographicOperations.FixedTimeEquals(given, expected);
        if (keys.Previous is { } previous)
        {
            Hash(previous, endpointId, userId, expiry, expected);
            genuine |= CryptographicOperations.FixedTimeEquals(given, expected);
        }

        return genuine;
    }

    private static void Hash(
        KeyedHash key, ReadOnlySpan<char> endpointId, ReadOnlySpan<char> userId, ReadOnlySpan<char> expiry, Span<byte> hash)
    {
        var most = Encoding.UTF8.GetMaxByteCount(endpointId.Length + userId.Length + expiry.Length + 2);
        var rented = ArrayPool<byte>.Shared.Rent(most);
        try
        {
            var length = Encoding.UTF8.GetBytes(endpointId, rented);
            rented[length++] = (byte)'\n';
            length += Encoding.UTF8.GetBytes(userId, rented.AsSpan(length));
            rented[length++] = (byte)'\n';
            length += Encoding.UTF8.GetBytes(expiry, rented.AsSpan(length));
            key.Hash(rented.AsSpan(0, length), hash);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(rented, clearArray: true);
        }
    }
}
