using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

internal static class IdentitySigner
{
    /// <param name="endpointId">What the page sends as endpoint_id.</param>
    /// <param name="userId">What it sends as user_id; empty where it sends none.</param>
    /// <param name="expiry">What it sends as exp, in Unix seconds, at most 31 days ahead.</param>
    /// <param name="key">The stack's identity:signingKey.</param>
    public static string Sign(string endpointId, string userId, long expiry, string key)
    {
        var text = string.Create(CultureInfo.InvariantCulture, $"{endpointId}\n{userId}\n{expiry}");
        return Base64Url.EncodeToString(HMACSHA256.HashData(Encoding.UTF8.GetBytes(key), Encoding.UTF8.GetBytes(text)));
    }
}
