using System.Text.Json;

namespace Engagement.Local.SecretsManager.Protocol;

/// <summary>
/// The members of all requests that are understood; each operation reads its own. A class, so that no text of it can be made by accident.
/// </summary>
internal sealed class SecretsRequest
{
    public string? SecretId { get; init; }

    public string? Name { get; init; }

    public string? ClientRequestToken { get; init; }

    public string? Description { get; init; }

    public string? KmsKeyId { get; init; }

    public string? SecretString { get; init; }

    /// <summary>Base64.</summary>
    public string? SecretBinary { get; init; }

    public IReadOnlyList<Tag>? Tags { get; init; }

    /// <summary>Replication is not done here; the member is read so that it can be refused.</summary>
    public JsonElement? AddReplicaRegions { get; init; }

    public int? MaxResults { get; init; }

    public string? NextToken { get; init; }

    public string? VersionId { get; init; }

    public string? VersionStage { get; init; }

    public IReadOnlyList<string>? VersionStages { get; init; }

    public string? MoveToVersionId { get; init; }

    public string? RemoveFromVersionId { get; init; }

    public bool IncludeDeprecated { get; init; }

    public int? RecoveryWindowInDays { get; init; }

    public bool ForceDeleteWithoutRecovery { get; init; }
}

/// <summary>A tag.</summary>
/// <param name="Key">Key, case-sensitive.</param>
/// <param name="Value">Value.</param>
internal sealed record Tag(string Key, string Value);

/// <summary>The members of all answers; those that an operation does not set are left out. Times are seconds since 1970.</summary>
internal sealed class SecretsAnswer
{
    public string? ARN { get; init; }

    public string? Name { get; init; }

    public string? VersionId { get; init; }

    public string? SecretString { get; init; }

    public string? SecretBinary { get; init; }

    public IReadOnlyList<string>? VersionStages { get; init; }

    public double? CreatedDate { get; init; }

    public string? Description { get; init; }

    public string? KmsKeyId { get; init; }

    public double? LastChangedDate { get; init; }

    public double? LastAccessedDate { get; init; }

    public double? DeletedDate { get; init; }

    public double? DeletionDate { get; init; }

    public IReadOnlyList<Tag>? Tags { get; init; }

    public IReadOnlyDictionary<string, IReadOnlyList<string>>? VersionIdsToStages { get; init; }

    public IReadOnlyList<VersionEntry>? Versions { get; init; }

    public string? NextToken { get; init; }
}

/// <summary>A version in ListSecretVersionIds.</summary>
/// <param name="VersionId">Its id.</param>
/// <param name="VersionStages">Its labels; null where it has none.</param>
/// <param name="CreatedDate">Seconds since 1970.</param>
internal sealed record VersionEntry(string VersionId, IReadOnlyList<string>? VersionStages, double CreatedDate);

/// <summary>An error.</summary>
/// <param name="__type">Its name.</param>
/// <param name="Message">Its text.</param>
internal sealed record ErrorBody(string __type, string Message);
