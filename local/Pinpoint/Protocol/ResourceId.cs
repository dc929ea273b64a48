using System.Security.Cryptography;
using System.Text;

namespace Engagement.Local.Pinpoint.Protocol;

/// <summary>
/// Ids of 32 hexadecimal digits, as Pinpoint's are, which follow from what they are made for: two runs that do the same get the same.
/// </summary>
internal static class ResourceId
{
    /// <summary>The id for a seed.</summary>
    public static string From(string seed) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(seed)).AsSpan(0, 16));
}
