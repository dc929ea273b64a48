using System.Security.Cryptography;
using System.Text;

namespace Engagement.Local.ApiGateway.Resources;

/// <summary>Identifiers of APIs: ten letters and digits, the same for the same name, so that URLs outlive a restart.</summary>
internal static class ApiId
{
    private const string Alphabet = "abcdefghijklmnopqrstuvwxyz0123456789";

    private const int Length = 10;

    /// <summary>The identifier for a name.</summary>
    public static string From(string name) =>
        string.Concat(SHA256.HashData(Encoding.UTF8.GetBytes(name)).Take(Length).Select(value => Alphabet[value % Alphabet.Length]));
}
