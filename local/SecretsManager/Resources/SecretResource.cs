using Engagement.Local.Aws;
using Engagement.Local.Resources;
using Engagement.Local.SecretsManager.Operations;
using Engagement.Local.SecretsManager.Protocol;
using Engagement.Local.SecretsManager.Secrets;

namespace Engagement.Local.SecretsManager.Resources;

/// <summary><c>aws:secretsmanager/secret:Secret</c>.</summary>
internal sealed class SecretResource(CloudContext cloud, SecretStore secrets)
{
    /// <summary>Pulumi type token.</summary>
    public const string Type = "aws:secretsmanager/secret:Secret";

    /// <summary>
    /// Its name is for ever. A deleted secret is only marked, for as long as its recovery window; its name is free after that.
    /// </summary>
    public ResourceLifecycle Lifecycle => new()
    {
        Update = (request, before, _) => Task.FromResult(Update(request, before.Id!)),
        Delete = (secret, _) =>
        {
            var days = secret.Request.Number("recoveryWindowInDays", SecretOperations.DefaultRecoveryDays);
            new SecretOperations(secrets, cloud.Clock).Delete(
                new() { SecretId = secret.Id, ForceDeleteWithoutRecovery = days == 0, RecoveryWindowInDays = days == 0 ? null : days });
            return Task.CompletedTask;
        },
    };

    /// <summary>Creates the secret without a value; its id is its ARN, as in the provider.</summary>
    public Task<ResourceState> CreateAsync(ResourceRequest request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        CheckInputs(request);
        var create = new SecretsRequest
        {
            Name = request.PhysicalName(),
            Description = request.Text("description"),
            KmsKeyId = request.Text("kmsKeyId"),
            Tags = Tags(request),
        };
        return Task.FromResult(State(request, new SecretOperations(secrets, cloud.Clock).Create(create).ARN!));
    }

    private static List<Tag> Tags(ResourceRequest request) => [.. request.Texts("tags").Select(tag => new Tag(tag.Key, tag.Value))];

    private ResourceState Update(ResourceRequest request, string arn)
    {
        CheckInputs(request);
        secrets.With(arn, secret =>
        {
            (secret.Description, secret.KmsKeyId, secret.Tags) = (request.Text("description"), request.Text("kmsKeyId"), Tags(request));
            secret.LastChanged = cloud.Clock.GetUtcNow();
            return true;
        });
        return State(request, arn);
    }

    private void CheckInputs(ResourceRequest request)
    {
        request.Known("description", "kmsKeyId", "name", "namePrefix", "recoveryWindowInDays", "region", "tags").InRegion(cloud);
        var days = request.Number("recoveryWindowInDays", SecretOperations.DefaultRecoveryDays);
        if (days is not (0 or (>= 7 and <= 30)))
        {
            throw request.Invalid("recoveryWindowInDays", "is 0, or 7 to 30 days");
        }
    }

    private ResourceState State(ResourceRequest request, string arn) => new(arn, new Dictionary<string, object>
    {
        ["arn"] = arn,
        ["name"] = request.PhysicalName(),
        ["recoveryWindowInDays"] = (double)request.Number("recoveryWindowInDays", SecretOperations.DefaultRecoveryDays),
        ["region"] = cloud.Region,
        ["tagsAll"] = request.Texts("tags").AsOutput(),
    });
}
