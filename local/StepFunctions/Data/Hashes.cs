using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace Engagement.Local.StepFunctions.Data;

/// <summary>The algorithms of <c>States.Hash</c>.</summary>
internal static class Hashes
{
    /// <summary>The hash of a text's UTF-8, in lower-case hexadecimal digits.</summary>
    /// <exception cref="FormatException">There is no such algorithm.</exception>
    [SuppressMessage("Security", "CA5350", Justification = "The States language offers SHA-1; it protects nothing here.")]
    [SuppressMessage("Security", "CA5351", Justification = "The States language offers MD5; it protects nothing here.")]
    public static string Hex(string algorithm, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        return Convert.ToHexStringLower(algorithm switch
        {
            "MD5" => MD5.HashData(bytes),
            "SHA-1" => SHA1.HashData(bytes),
            "SHA-256" => SHA256.HashData(bytes),
            "SHA-384" => SHA384.HashData(bytes),
            "SHA-512" => SHA512.HashData(bytes),
            _ => throw new FormatException("the algorithm is none of MD5, SHA-1, SHA-256, SHA-384 and SHA-512"),
        });
    }
}
