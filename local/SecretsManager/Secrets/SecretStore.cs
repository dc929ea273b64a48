using System.Security.Cryptography;
using System.Text;
using Engagement.Local.Aws;
using Engagement.Local.SecretsManager.Protocol;

namespace Engagement.Local.SecretsManager.Secrets;

/// <summary>The account's secrets. Everything that reads or changes one goes through <see cref="With{T}"/>, one at a time.</summary>
internal sealed class SecretStore(CloudContext cloud)
{
    private const string SuffixAlphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private readonly Lock gate = new();
    private readonly Dictionary<string, Secret> secrets = new(StringComparer.Ordinal);
    private int created;

    /// <summary>The ARN that IAM is asked about: the secret's where there is one, otherwise what the caller named.</summary>
    public string ResourceArn(string secretId)
    {
        lock (gate)
        {
            return Find(secretId)?.Arn ?? (IsArn(secretId) ? secretId : ArnPrefix + secretId);
        }
    }

    public bool Has(string secretId)
    {
        lock (gate)
        {
            return Find(secretId) is not null;
        }
    }

    /// <summary>Does something with a secret that is not marked for deletion.</summary>
    /// <param name="secretId">Name, ARN, or ARN without the six characters at its end.</param>
    /// <param name="act">What to do.</param>
    /// <exception cref="Aws.AwsException">There is no such secret, or it is marked for deletion.</exception>
    public T With<T>(string? secretId, Func<Secret, T> act) => WithAny(secretId, secret => secret.Deletion is null
        ? act(secret)
        : throw SecretsError.InvalidRequest("You can't perform this operation on the secret because it was marked for deletion."));

    /// <summary>Does something with a secret, also with one that is marked for deletion.</summary>
    /// <exception cref="Aws.AwsException">There is no such secret.</exception>
    public T WithAny<T>(string? secretId, Func<Secret, T> act)
    {
        if (string.IsNullOrEmpty(secretId))
        {
            throw SecretsError.Validation("SecretId is missing.");
        }

        lock (gate)
        {
            return act(Find(secretId) ?? throw SecretsError.NoSecret());
        }
    }

    /// <summary>Creates a secret and does something with it.</summary>
    /// <exception cref="Aws.AwsException">The name is taken, or was and is not free yet.</exception>
    public T Create<T>(string name, Func<string, Secret> make, Func<Secret, T> act)
    {
        lock (gate)
        {
            if (Find(name) is { } existing)
            {
                throw existing.Deletion is null
                    ? SecretsError.Exists(name)
                    : SecretsError.InvalidRequest(
                        "You can't create this secret because a secret with this name is already scheduled for deletion.");
            }

            var secret = make($"{ArnPrefix}{name}-{Suffix(name)}");
            var result = act(secret);
            secrets[name] = secret;
            return result;
        }
    }

    /// <summary>Removes a secret for good; nothing where there is none.</summary>
    public void Remove(string name)
    {
        lock (gate)
        {
            secrets.Remove(name);
        }
    }

    private string ArnPrefix => cloud.Arn("secretsmanager", "secret:");

    private static bool IsArn(string secretId) => secretId.StartsWith("arn:", StringComparison.Ordinal);

    private Secret? Find(string secretId)
    {
        var found = IsArn(secretId)
            ? secrets.Values.FirstOrDefault(each =>
                each.Arn == secretId || (each.Arn.Length == secretId.Length + 7 && each.Arn[..^7] == secretId))
            : secrets.GetValueOrDefault(secretId);
        if (found?.Deletion is { } deletion && deletion.Due <= cloud.Clock.GetUtcNow())
        {
            secrets.Remove(found.Name);
            return null;
        }

        return found;
    }

    /// <summary>
    /// Six characters: the same in every run for the first secret of a name, others for one that takes the name of a deleted one.
    /// </summary>
    private string Suffix(string name)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{name}/{created++}"));
        return string.Concat(hash.Take(6).Select(each => SuffixAlphabet[each % SuffixAlphabet.Length]));
    }
}
