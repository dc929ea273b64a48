using Engagement.Local.Aws;
using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace Engagement.Local.Iam;

/// <summary>The credentials that this cloud has issued, and whose they are.</summary>
internal sealed class IssuedCredentials : ICredentialIssuer
{
    private const string KeyCharacters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private const string SecretCharacters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

    private readonly ConcurrentDictionary<string, Principal> holders = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public RoleCredentials Issue(string roleArn, string session)
    {
        var credentials = new RoleCredentials(
            $"ASIA{RandomNumberGenerator.GetString(KeyCharacters, 16)}",
            RandomNumberGenerator.GetString(SecretCharacters, 40),
            RandomNumberGenerator.GetString(SecretCharacters, 88));
        holders[credentials.AccessKeyId] = Principal.Role(roleArn, session);
        return credentials;
    }

    /// <summary>The caller that an access key names, or null where this cloud did not issue the key.</summary>
    public Principal? Holder(string accessKeyId) => holders.GetValueOrDefault(accessKeyId);
}
