using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Numerics;
using System.Text.RegularExpressions;

namespace Engagement.Local.EventBridge.Patterns;

/// <summary>Addresses that <c>10.0.0.0/24</c> or <c>2001:db8::/32</c> names.</summary>
internal sealed partial record IpRange(AddressFamily Family, BigInteger First, BigInteger Last)
{
    /// <exception cref="FormatException">It names none; the message is EventBridge's, without a place.</exception>
    public static IpRange Parse(string text)
    {
        var parts = text.Split('/');
        if (parts.Length != 2 || parts[1].Length == 0)
        {
            throw PatternTokens.InvalidAnywhere("Malformed CIDR, one '/' required");
        }

        var mask = int.TryParse(parts[1], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var bits)
            ? bits
            : throw PatternTokens.InvalidAnywhere("Malformed CIDR, mask bits must be an integer");
        if (mask < 0)
        {
            throw PatternTokens.InvalidAnywhere("Malformed CIDR, mask bits must not be negative");
        }

        var address = Address(parts[0]) ?? throw PatternTokens.InvalidAnywhere($"{(LooksLikeOne(parts[0]) ? "Invalid" : "Nonstandard")} IP address: {parts[0]}");
        var size = address.GetAddressBytes().Length * 8;
        if (mask >= size)
        {
            throw PatternTokens.InvalidAnywhere($"{(size == 32 ? "IPv4" : "IPv6")} mask bits must be < {size}");
        }

        var others = (BigInteger.One << (size - mask)) - 1;
        var first = Number(address) & ~others;
        return new(address.AddressFamily, first, first + others);
    }

    /// <summary>An address as EventBridge knows them; null where a text is none.</summary>
    public static IPAddress? Address(string text) => LooksLikeOne(text) && IPAddress.TryParse(text, out var address)
        ? address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address
        : null;

    public bool Holds(string text) => Address(text) is { } address && address.AddressFamily == Family && Number(address) is var number && First <= number && number <= Last;

    private static bool LooksLikeOne(string text) => Written().IsMatch(text);

    private static BigInteger Number(IPAddress address) => new(address.GetAddressBytes(), isUnsigned: true, isBigEndian: true);

    // Without a leading zero: .NET reads 010 as octal.
    [GeneratedRegex(@"^((0|[1-9][0-9]{0,2})(\.(0|[1-9][0-9]{0,2})){3}|[0-9a-fA-F:]*:[0-9a-fA-F:]*)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Written();
}
