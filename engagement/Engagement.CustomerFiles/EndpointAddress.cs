using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace Engagement.CustomerFiles;

/// <summary>Addresses as files have them.</summary>
internal static class EndpointAddress
{
    private const string Email = "EMAIL";

    // Of E.164: at most 15 digits with the country's.
    private const int FewestDigits = 7;
    private const int MostDigits = 15;

    /// <summary>An address as it is stored: a telephone number has a plus sign, which old files lack.</summary>
    public static string Spelled(string? channel, string address) =>
        IsTelephone(channel) && address.All(char.IsAsciiDigit) && address.Length is >= FewestDigits and <= MostDigits && address[0] != '0'
            ? $"+{address}"
            : address;

    /// <summary>Why messages cannot go there, without the address; null when they can.</summary>
    public static string? Objection(string? channel, string address) =>
        channel == Email && !IsEmail(address) ? "is no e-mail address"
        : IsTelephone(channel) && !IsE164(address) ? "is no telephone number in E.164, such as +14155550100"
        : null;

    /// <summary>The id of an endpoint that the file gives none: the same for the same address, in which it cannot be read.</summary>
    [SuppressMessage("Globalization", "CA1308", Justification = "A key, the same for any spelling.")]
    public static string EndpointId(string channel, string address) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{channel}\n{address.ToLowerInvariant()}")))[..32];

    private static bool IsTelephone(string? channel) => channel is "SMS" or "VOICE";

    private static bool IsE164(string address) =>
        address is ['+', not '0', ..] && address.Length - 1 is >= FewestDigits and <= MostDigits && address[1..].All(char.IsAsciiDigit);

    private static bool IsEmail(string address) =>
        address.Split('@') is [{ Length: > 0 }, { Length: > 0 }] && !address.Any(char.IsWhiteSpace);
}
