using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using Engagement.Local.Aws;
using Engagement.Local.Clock;
using Engagement.Local.Resources;
using Engagement.Local.SecretsManager;

namespace Local.Tests.SecretsManager;

/// <summary>A Secrets Manager, spoken to as HTTP speaks to it.</summary>
internal sealed class SecretsCloud
{
    public SecretsCloud() => Service = new SecretsManagerService(
        new CloudContext { Region = "eu-west-1", BaseUrl = new Uri("http://127.0.0.1:8080"), Clock = Clock });

    public VirtualClock Clock { get; } = new(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));

    public SecretsManagerService Service { get; }

    public static string Token(int i) => $"00000000-0000-0000-0000-{i:D12}";

    public AwsOperation Resolve(string operation, object body) =>
        Service.Resolve(Request(operation, JsonSerializer.SerializeToUtf8Bytes(body)));

    /// <summary>The answer's body; an error's has <c>__type</c>.</summary>
    public JsonNode Send(string operation, object body) =>
        JsonNode.Parse(SendRaw(operation, JsonSerializer.SerializeToUtf8Bytes(body)).Body.Span)!;

    public AwsResponse SendRaw(string operation, ReadOnlyMemory<byte> body)
    {
        var request = Request(operation, body);
        try
        {
            return Service.Resolve(request).ExecuteAsync(CancellationToken.None).GetAwaiter().GetResult();
        }
        catch (AwsException error)
        {
            return Service.Error(request, error);
        }
    }

    /// <summary>Creates a secret with the value <c>first</c> as version 1.</summary>
    public string Create(string name = "signing") =>
        (string)Send("CreateSecret", new { Name = name, SecretString = "first", ClientRequestToken = Token(1) })["ARN"]!;

    /// <summary>A secret's value by whatever the request says beside the secret.</summary>
    public JsonNode Get(string secretId, string? versionId = null, string? stage = null) =>
        Send("GetSecretValue", new { SecretId = secretId, VersionId = versionId, VersionStage = stage });

    public JsonNode Put(string secretId, string value, int version, params string[] stages) => Send("PutSecretValue", new
    {
        SecretId = secretId,
        SecretString = value,
        ClientRequestToken = Token(version),
        VersionStages = stages.Length > 0 ? stages : null,
    });

    public Task<ResourceState> Create(string type, string name, params (string Key, object Value)[] inputs) => Service.ResourceTypes[type](
        new ResourceRequest(type, name, inputs.ToImmutableDictionary(input => input.Key, input => input.Value)),
        CancellationToken.None);

    private static AwsRequest Request(string operation, ReadOnlyMemory<byte> body) => new()
    {
        Method = "POST",
        Path = "/",
        Headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase) { ["X-Amz-Target"] = $"secretsmanager.{operation}" },
        Body = body,
        Caller = Principal.Anonymous,
    };
}
