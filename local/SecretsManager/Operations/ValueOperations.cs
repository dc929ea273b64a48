using System.Globalization;
using System.Text;
using Engagement.Local.SecretsManager.Protocol;
using Engagement.Local.SecretsManager.Secrets;

namespace Engagement.Local.SecretsManager.Operations;

/// <summary>GetSecretValue, PutSecretValue, ListSecretVersionIds and UpdateSecretVersionStage.</summary>
internal sealed class ValueOperations(SecretStore secrets, TimeProvider clock)
{
    /// <summary>Largest value in bytes (service model).</summary>
    public const int MaximumValue = 65_536;

    /// <summary>The operations.</summary>
    public IEnumerable<SecretOperation> Operations =>
    [
        new("GetSecretValue", Get),
        new("PutSecretValue", Put),
        new("ListSecretVersionIds", List),
        new("UpdateSecretVersionStage", UpdateStage),
    ];

    /// <summary>The value that a request brings, or null where it brings none.</summary>
    /// <exception cref="Aws.AwsException">It brings two, an empty one, or one that is too large.</exception>
    public static SecretValue? ValueOf(SecretsRequest request)
    {
        if (request is { SecretString: not null, SecretBinary: not null })
        {
            throw SecretsError.InvalidParameter(
                "You can't specify both a binary secret value and a string secret value in the same secret.");
        }

        var size = request.SecretString is { } text ? Encoding.UTF8.GetByteCount(text)
            : request.SecretBinary is { } binary ? Size(binary)
            : (int?)null;
        return size switch
        {
            null => null,
            < 1 or > MaximumValue => throw SecretsError.Validation($"A secret value has 1 to {MaximumValue} bytes."),
            _ => new SecretValue(request.SecretString, request.SecretBinary),
        };
    }

    /// <summary>The id of a new version.</summary>
    /// <exception cref="Aws.AwsException">It is missing or has the wrong length.</exception>
    public static string VersionIdOf(SecretsRequest request) => request.ClientRequestToken switch
    {
        null => throw SecretsError.InvalidRequest("You must provide a ClientRequestToken value. We recommend a UUID-type value."),
        { Length: < 32 or > 64 } => throw SecretsError.InvalidParameter("ClientRequestToken must be 32-64 characters long."),
        var token => token,
    };

    /// <summary>Seconds since 1970, as the protocol shows times.</summary>
    public static double Seconds(DateTimeOffset time) => time.ToUnixTimeMilliseconds() / 1000.0;

    private SecretsAnswer Get(SecretsRequest request) => secrets.With(request.SecretId, secret =>
    {
        var version = secret.Version(request.VersionId, request.VersionStage);
        secret.LastAccessed = new DateTimeOffset(clock.GetUtcNow().UtcDateTime.Date, TimeSpan.Zero);
        return new SecretsAnswer
        {
            ARN = secret.Arn,
            Name = secret.Name,
            VersionId = version.Id,
            SecretString = version.Value.Text,
            SecretBinary = version.Value.Binary,
            VersionStages = Labels(secret, version.Id),
            CreatedDate = Seconds(version.Created),
        };
    });

    private SecretsAnswer Put(SecretsRequest request)
    {
        var value = ValueOf(request) ?? throw SecretsError.InvalidRequest("You must provide either SecretString or SecretBinary.");
        var versionId = VersionIdOf(request);
        var stages = request.VersionStages is { Count: 0 or > 20 }
            ? throw SecretsError.InvalidParameter("VersionStages has 1 to 20 labels.")
            : request.VersionStages;
        return secrets.With(request.SecretId, secret => new SecretsAnswer
        {
            ARN = secret.Arn,
            Name = secret.Name,
            VersionId = secret.Put(versionId, value, stages, clock.GetUtcNow()).Id,
            VersionStages = Labels(secret, versionId),
        });
    }

    private SecretsAnswer List(SecretsRequest request) => secrets.WithAny(request.SecretId, secret =>
    {
        var all = (from version in secret.Versions
                   let labels = Labels(secret, version.Id)
                   where labels is not null || request.IncludeDeprecated
                   select new VersionEntry(version.Id, labels, Seconds(version.Created))).ToList();
        var first = request.NextToken is null ? 0
            : int.TryParse(request.NextToken, NumberStyles.None, CultureInfo.InvariantCulture, out var token) ? token
            : throw SecretsError.InvalidNextToken();
        var page = all.Skip(first).Take(request.MaxResults ?? 100).ToList();
        return new SecretsAnswer
        {
            ARN = secret.Arn,
            Name = secret.Name,
            Versions = page,
            NextToken = first + page.Count < all.Count ? (first + page.Count).ToString(CultureInfo.InvariantCulture) : null,
        };
    });

    private SecretsAnswer UpdateStage(SecretsRequest request)
    {
        var stage = string.IsNullOrEmpty(request.VersionStage)
            ? throw SecretsError.Validation("VersionStage is missing.")
            : request.VersionStage;
        return secrets.With(request.SecretId, secret =>
        {
            // Both versions must exist, whatever becomes of the label.
            _ = request.MoveToVersionId is { } to ? secret.Version(to, null) : null;
            _ = request.RemoveFromVersionId is { } from ? secret.Version(from, null) : null;
            secret.Stages.Move(stage, request.RemoveFromVersionId, request.MoveToVersionId);
            secret.LastChanged = clock.GetUtcNow();
            return new SecretsAnswer { ARN = secret.Arn, Name = secret.Name };
        });
    }

    private static IReadOnlyList<string>? Labels(Secret secret, string versionId) =>
        secret.Stages.LabelsOf(versionId) is { Count: > 0 } labels ? labels : null;

    private static int Size(string base64)
    {
        var bytes = new byte[base64.Length];
        return Convert.TryFromBase64String(base64, bytes, out var size) ? size : throw SecretsError.Serialization();
    }
}
