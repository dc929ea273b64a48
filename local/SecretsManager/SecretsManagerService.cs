using System.Text.Json;
using Engagement.Local.Aws;
using Engagement.Local.Resources;
using Engagement.Local.SecretsManager.Operations;
using Engagement.Local.SecretsManager.Protocol;
using Engagement.Local.SecretsManager.Resources;
using Engagement.Local.SecretsManager.Secrets;

namespace Engagement.Local.SecretsManager;

/// <summary>
/// AWS Secrets Manager over AWS JSON 1.1, as of 2017-10-17. Values leave it in answers to GetSecretValue and nowhere else.
/// </summary>
internal sealed class SecretsManagerService : IAwsService, IResourceProvider
{
    private const string ContentType = "application/x-amz-json-1.1";
    private const string TargetPrefix = "secretsmanager.";
    private readonly SecretStore secrets;
    private readonly Dictionary<string, SecretOperation> operations;

    public SecretsManagerService(CloudContext cloud)
    {
        secrets = new SecretStore(cloud);
        operations = new SecretOperations(secrets, cloud.Clock).Operations
            .Concat(new ValueOperations(secrets, cloud.Clock).Operations)
            .Concat(UnsupportedSecretOperations.Operations)
            .ToDictionary(operation => operation.Name, StringComparer.Ordinal);
        var (secret, version) = (new SecretResource(cloud, secrets), new SecretVersionResource(cloud, secrets));
        ResourceTypes = new Dictionary<string, CreateResource>
        {
            [SecretResource.Type] = secret.CreateAsync,
            [SecretVersionResource.Type] = version.CreateAsync
        };
        Lifecycles = new Dictionary<string, ResourceLifecycle>
        {
            [SecretResource.Type] = secret.Lifecycle,
            [SecretVersionResource.Type] = SecretVersionResource.Lifecycle
        };
    }

    public string Name => "secretsmanager";

    public string SigningName => "secretsmanager";

    public string InternalError => "InternalServiceError";

    public IReadOnlyDictionary<string, int> Errors { get; } = ServiceErrors.OfJson(
        ("ResourceNotFoundException", 400), ("DecryptionFailure", 400), ("InvalidRequestException", 400), ("InternalServiceError", 500));

    public IReadOnlyDictionary<string, CreateResource> ResourceTypes { get; }

    public IReadOnlyDictionary<string, ResourceLifecycle> Lifecycles { get; }

    public AwsOperation Resolve(AwsRequest request)
    {
        var target = request.Header("X-Amz-Target") ?? "";
        var operation = target.StartsWith(TargetPrefix, StringComparison.Ordinal)
            ? operations.GetValueOrDefault(target[TargetPrefix.Length..])
            : null;
        if (operation is null)
        {
            throw SecretsError.UnknownOperation();
        }

        var body = Read(request.Body.Span);
        var secretId = operation.Name == "CreateSecret" ? body.Name : body.SecretId;
        var resource = string.IsNullOrEmpty(secretId) ? "*" : secrets.ResourceArn(secretId);
        return new AwsOperation(operation.Name, $"secretsmanager:{operation.Name}", [resource], cancellationToken =>
        {
            cancellationToken.ThrowIfCancellationRequested();
            SecretRules.Check(body);
            return Task.FromResult(
                Answer(200, JsonSerializer.SerializeToUtf8Bytes(operation.Execute(body), SecretsJson.Default.SecretsAnswer)));
        });
    }

    public AwsResponse Error(AwsRequest request, AwsException error) => Answer(
        (int)error.Status,
        JsonSerializer.SerializeToUtf8Bytes(new ErrorBody(error.Code, error.Message), SecretsJson.Default.ErrorBody));

    private static SecretsRequest Read(ReadOnlySpan<byte> body)
    {
        try
        {
            _ = WireJson.Parse(body, oncePerName: true);
            return JsonSerializer.Deserialize(body, SecretsJson.Default.SecretsRequest) ?? throw SecretsError.Serialization();
        }
        catch (JsonException)
        {
            // The exception's own text may quote what stands around the mistake.
            throw SecretsError.Serialization();
        }
    }

    private static AwsResponse Answer(int status, ReadOnlyMemory<byte> body) => new(status, ContentType, body)
    {
        Headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase) { ["x-amzn-RequestId"] = Guid.NewGuid().ToString() },
    };
}
