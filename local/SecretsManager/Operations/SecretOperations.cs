using Engagement.Local.SecretsManager.Protocol;
using Engagement.Local.SecretsManager.Secrets;

namespace Engagement.Local.SecretsManager.Operations;

/// <summary>CreateSecret, DescribeSecret and DeleteSecret.</summary>
internal sealed class SecretOperations(SecretStore secrets, TimeProvider clock)
{
    /// <summary>Days between marking and deletion unless said otherwise (service model).</summary>
    public const int DefaultRecoveryDays = 30;

    /// <summary>The operations.</summary>
    public IEnumerable<SecretOperation> Operations =>
        [new("CreateSecret", Create), new("DescribeSecret", Describe), new("DeleteSecret", Delete)];

    /// <summary>Refuses a number of days that the service does not take.</summary>
    public static int RecoveryDays(int days) =>
        days is >= 7 and <= 30 ? days : throw SecretsError.InvalidParameter("RecoveryWindowInDays is 7 to 30 days.");

    /// <summary>Creates a secret, with its first version where the request brings a value.</summary>
    public SecretsAnswer Create(SecretsRequest request)
    {
        if (request.AddReplicaRegions is not null)
        {
            throw SecretsError.NotImplemented("AddReplicaRegions");
        }

        SecretRules.Check(request);
        var name = request.Name
            ?? throw SecretsError.Validation(
                "1 validation error detected: Value null at 'name' failed to satisfy constraint: Member must not be null");
        var value = ValueOperations.ValueOf(request);
        var versionId = value is null ? null : ValueOperations.VersionIdOf(request);
        var now = clock.GetUtcNow();
        return secrets.Create(
            name,
            arn => new Secret(arn, name, now) { Description = request.Description, KmsKeyId = request.KmsKeyId, Tags = request.Tags ?? [] },
            secret => new SecretsAnswer
            {
                ARN = secret.Arn,
                Name = secret.Name,
                VersionId = value is null ? null : secret.Put(versionId!, value, null, now).Id,
            });
    }

    private SecretsAnswer Describe(SecretsRequest request) => secrets.WithAny(request.SecretId, secret => new SecretsAnswer
    {
        ARN = secret.Arn,
        Name = secret.Name,
        Description = secret.Description,
        KmsKeyId = secret.KmsKeyId,
        CreatedDate = ValueOperations.Seconds(secret.Created),
        LastChangedDate = ValueOperations.Seconds(secret.LastChanged),
        LastAccessedDate = secret.LastAccessed is { } accessed ? ValueOperations.Seconds(accessed) : null,
        DeletedDate = secret.Deletion is { } deletion ? ValueOperations.Seconds(deletion.Marked) : null,
        Tags = secret.Tags is { Count: > 0 } ? secret.Tags : null,
        VersionIdsToStages = secret.Versions
            .Select(version => KeyValuePair.Create(version.Id, secret.Stages.LabelsOf(version.Id)))
            .Where(pair => pair.Value.Count > 0)
            .ToDictionary() is { Count: > 0 } stages ? stages : null,
    });

    /// <summary>Marks a secret for deletion, or removes it at once.</summary>
    public SecretsAnswer Delete(SecretsRequest request)
    {
        if (request is { ForceDeleteWithoutRecovery: true, RecoveryWindowInDays: not null })
        {
            throw SecretsError.InvalidParameter("You can't use ForceDeleteWithoutRecovery in conjunction with RecoveryWindowInDays.");
        }

        var now = clock.GetUtcNow();
        var days = request.ForceDeleteWithoutRecovery ? 0 : RecoveryDays(request.RecoveryWindowInDays ?? DefaultRecoveryDays);
        if (request is { ForceDeleteWithoutRecovery: true, SecretId: { Length: > 0 } id } && !secrets.Has(id))
        {
            // By the service model, force finds nothing to complain of where there is no such secret.
            return new SecretsAnswer { ARN = secrets.ResourceArn(id), Name = id, DeletionDate = ValueOperations.Seconds(now) };
        }

        return secrets.WithAny(request.SecretId, secret =>
        {
            secret.Deletion = (now, now.AddDays(days));
            if (days == 0)
            {
                secrets.Remove(secret.Name);
            }

            return new SecretsAnswer { ARN = secret.Arn, Name = secret.Name, DeletionDate = ValueOperations.Seconds(now.AddDays(days)) };
        });
    }
}
