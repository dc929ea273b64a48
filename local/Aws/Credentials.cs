using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace Engagement.Local.Aws;

/// <summary>Temporary credentials, as a function finds them in its environment.</summary>
internal sealed record AwsCredentials(string AccessKeyId, string SecretAccessKey, string SessionToken);

/// <summary>Issues credentials for roles, and knows whose an access key is.</summary>
internal sealed class Credentials(Principal account)
{
    private readonly ConcurrentDictionary<string, Principal> principals = new(StringComparer.Ordinal);

    /// <summary>New credentials of a role, for a session of that name: a function's name.</summary>
    public AwsCredentials Issue(string roleArn, string? session = null)
    {
        // ASIA is how AWS begins the key ids of temporary credentials.
        var credentials = new AwsCredentials($"ASIA{RandomNumberGenerator.GetHexString(16)}", Random(), Random());
        principals[credentials.AccessKeyId] = Principal.Role(roleArn, session);
        return credentials;
    }

    /// <summary>Whose access key it is. Keys that were not issued here are the account's: whoever runs this cloud may use any.</summary>
    public Principal Resolve(string accessKeyId) => principals.GetValueOrDefault(accessKeyId, account);

    private static string Random() => Convert.ToBase64String(RandomNumberGenerator.GetBytes(30));
}
