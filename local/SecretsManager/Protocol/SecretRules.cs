using System.Buffers;

namespace Engagement.Local.SecretsManager.Protocol;

/// <summary>The lengths and characters that the service model allows in requests, whatever the operation.</summary>
internal static class SecretRules
{
    private const int LongestText = 2048;

    private static readonly SearchValues<char> NameCharacters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-/_+=.@!");

    /// <exception cref="Aws.AwsException">A member is too short or too long, or a name has characters that no name has.</exception>
    public static void Check(SecretsRequest request)
    {
        Length("name", request.Name, 1, 512);
        Length("secretId", request.SecretId, 1, LongestText);
        Length("description", request.Description, 0, LongestText);
        Length("kmsKeyId", request.KmsKeyId, 0, LongestText);
        Length("versionId", request.VersionId, 32, 64);
        Length("moveToVersionId", request.MoveToVersionId, 32, 64);
        Length("removeFromVersionId", request.RemoveFromVersionId, 32, 64);
        Length("versionStage", request.VersionStage, 1, 256);
        Length("nextToken", request.NextToken, 1, 4096);
        Each("versionStages", request.VersionStages, stage => Length("versionStages", stage, 1, 256));
        Each("tags", request.Tags, CheckTag);
        CheckToken(request.ClientRequestToken);
        CheckName(request.Name);
        CheckName(request.SecretId?.StartsWith("arn:", StringComparison.Ordinal) == true ? null : request.SecretId);
        if (request.MaxResults is < 1 or > 100)
        {
            throw Constraint(
                "maxResults",
                $"Member must have value {(request.MaxResults < 1 ? "greater than or equal to 1" : "less than or equal to 100")}");
        }
    }

    private static void CheckToken(string? token)
    {
        if (token is { Length: < 32 or > 64 })
        {
            throw SecretsError.InvalidParameter("ClientRequestToken must be 32-64 characters long.");
        }
    }

    private static void CheckName(string? name)
    {
        if (name is not null && name.AsSpan().ContainsAnyExcept(NameCharacters))
        {
            throw SecretsError.Validation(
                "Invalid name. Must be a valid name containing alphanumeric characters, or any of the following: -/_+=.@!");
        }
    }

    private static void CheckTag(Tag tag)
    {
        Length("tags.key", tag.Key ?? throw Constraint("tags.key", "Member must not be null"), 1, 128);
        Length("tags.value", tag.Value, 0, 256);
    }

    private static void Each<T>(string member, IReadOnlyList<T?>? all, Action<T> check)
        where T : class
    {
        foreach (var each in all ?? [])
        {
            check(each ?? throw Constraint(member, "Member must not be null"));
        }
    }

    // The value itself is not told: it may be a secret in the wrong member.
    private static void Length(string member, string? value, int least, int most)
    {
        if (value is null || (value.Length >= least && value.Length <= most))
        {
            return;
        }

        throw Constraint(member, value.Length < least
            ? $"Member must have length greater than or equal to {least}"
            : $"Member must have length less than or equal to {most}");
    }

    private static Aws.AwsException Constraint(string member, string constraint) =>
        SecretsError.Validation($"1 validation error detected: Value at '{member}' failed to satisfy constraint: {constraint}");
}
