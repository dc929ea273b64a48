using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using Engagement.Customers;

namespace Engagement.Consent;

/// <summary>
/// What stands for an address where the address itself is not to be read: SHA-256 of it in small letters, as 64 hexadecimal digits. Two
/// spellings of an address that differ in case alone have one key.
/// </summary>
public static class AddressKey
{
    /// <summary>Bytes of a key, before they are written as digits.</summary>
    public const int Bytes = SHA256.HashSizeInBytes;

    /// <summary>The key of an endpoint's address: of a telephone number in the spelling of <see cref="PhoneNumber"/>.</summary>
    public static string From(CustomerEndpoint endpoint) => From(
        endpoint.Address is not { } address ? ""
        : endpoint.Channel == Channel.Sms ? PhoneNumber.Parse(address) ?? address
        : address);

    /// <summary>The key of an address: of a telephone number that <see cref="PhoneNumber"/> has parsed.</summary>
    [SuppressMessage("Globalization", "CA1308", Justification = "A key, the same for any spelling.")]
    public static string From(string address) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(address.ToLowerInvariant())));
}
