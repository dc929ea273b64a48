using System.Security.Cryptography;
using System.Text;

namespace Engagement.Local.Cloud;

/// <summary>Names as Pulumi makes them for resources that are given none.</summary>
internal static class PhysicalName
{
    /// <summary>
    /// The logical name, a dash and seven hexadecimal digits. Pulumi draws the digits by chance; here they follow from the name,
    /// so that two runs, and a log of yesterday, speak of the same thing.
    /// </summary>
    public static string Of(string logicalName) => WithPrefix($"{logicalName}-", logicalName);

    /// <summary>A given prefix and seven hexadecimal digits.</summary>
    public static string WithPrefix(string prefix, string logicalName) =>
        prefix + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(logicalName)))[..7];
}
