using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Engagement.Local.Aws;
using Engagement.Local.Resources;
using Engagement.Local.SecretsManager.Operations;
using Engagement.Local.SecretsManager.Protocol;
using Engagement.Local.SecretsManager.Secrets;

namespace Engagement.Local.SecretsManager.Resources;

/// <summary><c>aws:secretsmanager/secretVersion:SecretVersion</c>.</summary>
internal sealed class SecretVersionResource(CloudContext cloud, SecretStore secrets)
{
    /// <summary>Pulumi type token.</summary>
    public const string Type = "aws:secretsmanager/secretVersion:SecretVersion";

    /// <summary>
    /// Another value is another version, which takes over AWSCURRENT. A version that goes keeps what labels Secrets Manager gave it: the
    /// provider only
    /// takes away those that it knows of, and AWSCURRENT never.
    /// </summary>
    public static ResourceLifecycle Lifecycle => new() { Delete = (_, _) => Task.CompletedTask };

    /// <summary>Puts the value; the id is the secret's and the version's, joined by a bar, as in the provider.</summary>
    public Task<ResourceState> CreateAsync(ResourceRequest request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        request.Known("region", "secretBinary", "secretId", "secretString", "versionStages").InRegion(cloud);
        var secretId = request.RequiredText("secretId");
        var value =
            ValueOperations.ValueOf(
                new SecretsRequest { SecretString = request.Text("secretString"), SecretBinary = request.Text("secretBinary") })
            ?? throw request.Invalid("secretString", "is missing, and so is secretBinary");
        var stages = request.List("versionStages").Cast<string>().ToList();
        var state = secrets.With(secretId, secret =>
        {
            var version = secret.Put(VersionId(secret, request.Name), value, stages.Count > 0 ? stages : null, cloud.Clock.GetUtcNow());
            return new ResourceState($"{secretId}|{version.Id}", new Dictionary<string, object>
            {
                ["arn"] = secret.Arn,
                ["hasSecretStringWo"] = false,
                ["region"] = cloud.Region,
                ["secretArn"] = secret.Arn,
                ["versionId"] = version.Id,
                ["versionStages"] = secret.Stages.LabelsOf(version.Id).ToImmutableArray<object>(),
            });
        });
        return Task.FromResult(state);
    }

    /// <summary>A UUID that is the same in every run.</summary>
    private static string VersionId(Secret secret, string resource) =>
        new Guid(SHA256.HashData(Encoding.UTF8.GetBytes($"{secret.Arn}/{resource}/{secret.Versions.Count}")).AsSpan(0, 16)).ToString();
}
