using Engagement.Local.SecretsManager.Protocol;

namespace Engagement.Local.SecretsManager.Secrets;

/// <summary>
/// Which version has which staging label: each label is on one version at most. When AWSCURRENT moves, AWSPREVIOUS goes to the version that
/// it left (service model, UpdateSecretVersionStage and PutSecretValue).
/// </summary>
internal sealed class Stages
{
    /// <summary>The version in use.</summary>
    public const string Current = "AWSCURRENT";

    /// <summary>The version in use before.</summary>
    public const string Previous = "AWSPREVIOUS";

    private readonly Dictionary<string, string> versions = new(StringComparer.Ordinal);

    /// <summary>The version with a label, or null.</summary>
    public string? VersionOf(string stage) => versions.GetValueOrDefault(stage);

    /// <summary>A version's labels.</summary>
    public IReadOnlyList<string> LabelsOf(string versionId) =>
        [.. versions.Where(pair => pair.Value == versionId).Select(pair => pair.Key).Order(StringComparer.Ordinal)];

    /// <summary>Puts a label on a version, wherever it was.</summary>
    public void Attach(string stage, string versionId)
    {
        var left = VersionOf(stage);
        versions[stage] = versionId;
        if (stage == Current && left is not null && left != versionId)
        {
            versions[Previous] = left;
        }

        // A version is not its own predecessor.
        if (stage == Current && VersionOf(Previous) == versionId)
        {
            versions.Remove(Previous);
        }
    }

    /// <summary>Moves a label on request; the version that has it must be named.</summary>
    /// <exception cref="Aws.AwsException"><c>InvalidParameterException</c>: it was not, or AWSCURRENT would be nowhere.</exception>
    public void Move(string stage, string? from, string? to)
    {
        var holder = VersionOf(stage);
        if (holder is not null && holder != to && holder != from)
        {
            throw SecretsError.InvalidParameter(
                $"Staging label {stage} is attached to version {holder}: RemoveFromVersionId must name that version.");
        }

        if (from is not null && holder != from)
        {
            throw SecretsError.InvalidParameter($"Staging label {stage} is not attached to version {from}.");
        }

        if (to is not null)
        {
            Attach(stage, to);
        }
        else if (stage == Current)
        {
            throw SecretsError.InvalidParameter($"{Current} can be moved to another version, not removed.");
        }
        else
        {
            versions.Remove(stage);
        }
    }
}
