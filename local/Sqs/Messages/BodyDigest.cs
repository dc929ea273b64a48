using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace Engagement.Local.Sqs.Messages;

/// <summary>MD5 digests, which SQS sends along so that clients can tell that a message arrived whole.</summary>
internal static class BodyDigest
{
    public static string Compute(string text) => Compute(Encoding.UTF8.GetBytes(text));

    [SuppressMessage("Security", "CA5351", Justification = "The SQS protocol asks for MD5; it protects nothing.")]
    public static string Compute(byte[] bytes) => Convert.ToHexStringLower(MD5.HashData(bytes));
}
