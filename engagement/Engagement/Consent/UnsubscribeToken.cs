using System.Buffers;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Engagement.Identity;

namespace Engagement.Consent;

/// <summary>
/// The part of a link that stands for <see cref="UnsubscribeLink"/>. Only the holder of the keys can make or read it, and whatever is
/// changed in it, it is refused. It has no expiry, because mail is kept for years. It is base64url without padding, at most 140 characters:
/// <code>
/// 4 bytes   which key made it, by a hash of the key
/// 12 bytes  HMAC-SHA256 of the content, cut off: the nonce, so that no two contents share one
/// n bytes   the content in AES-256-GCM: 32 bytes of the address's key, then the topic in UTF-8
/// 16 bytes  GCM's tag over the content and the key's bytes
/// </code>
/// </summary>
public static class UnsubscribeToken
{
    /// <summary>Most characters of a token.</summary>
    public const int MostCharacters = 140;

    private const int KeyIdBytes = 4;
    private const int NonceBytes = 12;
    private const int TagBytes = 16;
    private const int HeadBytes = KeyIdBytes + NonceBytes;

    private static readonly byte[] Encryption = "unsubscribe link: encryption"u8.ToArray();
    private static readonly byte[] Nonce = "unsubscribe link: nonce"u8.ToArray();
    private static readonly byte[] Id = "unsubscribe link: id"u8.ToArray();

    /// <summary>Makes the token of a link with the current key.</summary>
    public static string Create(UnsubscribeLink link, SigningKeys keys)
    {
        byte[] content = [.. Convert.FromHexString(link.Address), .. Encoding.UTF8.GetBytes(link.Topic)];
        var key = keys.All.First();
        var (id, nonce) = (IdOf(key), HMACSHA256.HashData(Derived(key, Nonce), content)[..NonceBytes]);
        var (encrypted, tag) = (new byte[content.Length], new byte[TagBytes]);
        using var cipher = new AesGcm(Derived(key, Encryption), TagBytes);
        cipher.Encrypt(nonce, content, encrypted, tag, id);
        return Base64Url.EncodeToString([.. id, .. nonce, .. encrypted, .. tag]);
    }

    /// <summary>Reads a token; null when none of the keys made it.</summary>
    public static UnsubscribeLink? Read(string? token, SigningKeys keys)
    {
        if (Decoded(token) is not { } bytes)
        {
            return null;
        }

        return keys.All.Where(key => bytes.AsSpan().StartsWith(IdOf(key)))
            .Select(key => Decrypted(bytes, key))
            .OfType<byte[]>()
            .Select(content => new UnsubscribeLink(
                Convert.ToHexStringLower(content.AsSpan(0, AddressKey.Bytes)), Encoding.UTF8.GetString(content.AsSpan(AddressKey.Bytes))))
            .FirstOrDefault();
    }

    // Several texts decode to the same bytes; the one that an encoder makes is the token.
    private static byte[]? Decoded(string? token)
    {
        if (token is null || token.Length > MostCharacters || !Ascii.IsValid(token))
        {
            return null;
        }

        var bytes = new byte[MostCharacters];
        return Base64Url.DecodeFromChars(token, bytes, out _, out var length) == OperationStatus.Done
            && length >= HeadBytes + AddressKey.Bytes + TagBytes
            && Base64Url.EncodeToString(bytes.AsSpan(0, length)) == token
                ? bytes[..length]
                : null;
    }

    private static byte[]? Decrypted(byte[] token, byte[] key)
    {
        var content = new byte[token.Length - HeadBytes - TagBytes];
        using var cipher = new AesGcm(Derived(key, Encryption), TagBytes);
        try
        {
            cipher.Decrypt(
                token.AsSpan(KeyIdBytes, NonceBytes),
                token.AsSpan(HeadBytes, content.Length),
                token.AsSpan(HeadBytes + content.Length),
                content,
                token.AsSpan(0, KeyIdBytes));
            return content;
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }
    }

    private static byte[] Derived(byte[] key, byte[] purpose) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, key, HMACSHA256.HashSizeInBytes, info: purpose);

    private static byte[] IdOf(byte[] key) => Derived(key, Id)[..KeyIdBytes];
}
