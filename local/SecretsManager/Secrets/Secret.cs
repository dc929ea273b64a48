using Engagement.Local.SecretsManager.Protocol;

namespace Engagement.Local.SecretsManager.Secrets;

/// <summary>A secret with its versions. Not thread-safe; the store's lock guards it.</summary>
internal sealed class Secret(string arn, string name, DateTimeOffset created)
{
    private readonly Dictionary<string, SecretVersion> versions = new(StringComparer.Ordinal);

    /// <summary>ARN with the six characters that Secrets Manager adds to the name.</summary>
    public string Arn { get; } = arn;

    public string Name { get; } = name;

    public DateTimeOffset Created { get; } = created;

    public DateTimeOffset LastChanged { get; set; } = created;

    /// <summary>The day of the last reading, without time, as Secrets Manager shows it; null where it was never read.</summary>
    public DateTimeOffset? LastAccessed { get; set; }

    public string? Description { get; set; }

    /// <summary>Key that encrypts it, or null for the account's own. This cloud encrypts nothing.</summary>
    public string? KmsKeyId { get; set; }

    public IReadOnlyList<Tag> Tags { get; set; } = [];

    /// <summary>When it was marked for deletion, and when it will be gone; null where it was not.</summary>
    public (DateTimeOffset Marked, DateTimeOffset Due)? Deletion { get; set; }

    public Stages Stages { get; } = new();

    public IReadOnlyCollection<SecretVersion> Versions => versions.Values;

    /// <summary>Makes a version with these labels. The first always gets AWSCURRENT; the same again changes nothing.</summary>
    /// <exception cref="Aws.AwsException"><c>ResourceExistsException</c>: the version exists with another value.</exception>
    public SecretVersion Put(string versionId, SecretValue value, IReadOnlyList<string>? stages, DateTimeOffset now)
    {
        if (versions.TryGetValue(versionId, out var existing))
        {
            return existing.Value.Equals(value) ? existing : throw SecretsError.VersionExists(versionId, Arn);
        }

        var version = versions[versionId] = new SecretVersion(versionId, value, now);
        foreach (var stage in versions.Count == 1 ? [Stages.Current, .. stages ?? []] : stages ?? [Stages.Current])
        {
            Stages.Attach(stage, versionId);
        }

        LastChanged = now;
        return version;
    }

    /// <summary>A version by id, by label, or by both where they agree; AWSCURRENT where neither is given.</summary>
    /// <exception cref="Aws.AwsException">There is none, or id and label contradict each other.</exception>
    public SecretVersion Version(string? versionId, string? stage)
    {
        var label = versionId is null ? stage ?? Stages.Current : stage;
        var id = versionId ?? Stages.VersionOf(label!) ?? throw SecretsError.NoVersion($"staging label: {label}");
        var version = versions.GetValueOrDefault(id) ?? throw SecretsError.NoVersion($"VersionId: {id}");
        return label is null || Stages.VersionOf(label) == id
            ? version
            : throw SecretsError.InvalidRequest("You provided a VersionStage that is not associated to the provided VersionId.");
    }
}
