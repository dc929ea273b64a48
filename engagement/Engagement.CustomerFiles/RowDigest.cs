using System.Security.Cryptography;
using System.Text;

namespace Engagement.CustomerFiles;

/// <summary>
/// Tells rows of one time apart, the same in each run: so of two rows that contradict each other the same one stays, whatever their order.
/// </summary>
internal static class RowDigest
{
    // 64 bits: rows of one endpoint and one millisecond are a handful.
    private const int Length = 16;

    /// <param name="header">What says how the row is read; empty where nothing does.</param>
    /// <param name="row">The row.</param>
    public static string Of(string header, string row) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{header}\n{row}")))[..Length];
}
