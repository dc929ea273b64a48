using Engagement.Local.Cloud;
using Engagement.Local.SecretsManager.Operations;
using Engagement.Local.SecretsManager.Protocol;
using Engagement.Local.SecretsManager.Secrets;

namespace Engagement.Local.SecretsManager.Resources;

/// <summary><c>aws:secretsmanager/secret:Secret</c>.</summary>
internal sealed class SecretResource(CloudContext cloud, SecretStore secrets)
{
    /// <summary>Pulumi type token.</summary>
    public const string Type = "aws:secretsmanager/secret:Secret";

    /// <summary>Creates the secret without a value; its id is its ARN, as in the provider.</summary>
    public Task<ResourceState> CreateAsync(ResourceRequest request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        request.Known("description", "kmsKeyId", "name", "namePrefix", "recoveryWindowInDays", "region", "tags").InRegion(cloud);
        var days = request.Number("recoveryWindowInDays", SecretOperations.DefaultRecoveryDays);
        if (days is not (0 or (>= 7 and <= 30)))
        {
            throw request.Invalid("recoveryWindowInDays", "is 0, or 7 to 30 days");
        }

        var name = request.PhysicalName();
        var tags = request.Texts("tags");
        var create = new SecretsRequest
        {
            Name = name,
            Description = request.Text("description"),
            KmsKeyId = request.Text("kmsKeyId"),
            Tags = [.. tags.Select(tag => new Tag(tag.Key, tag.Value))],
        };
        var arn = new SecretOperations(secrets, cloud.Clock).Create(create).ARN!;
        return Task.FromResult(new ResourceState(arn, new Dictionary<string, object>
        {
            ["arn"] = arn,
            ["name"] = name,
            ["recoveryWindowInDays"] = (double)days,
            ["region"] = cloud.Region,
            ["tagsAll"] = tags.AsOutput(),
        }));
    }
}
