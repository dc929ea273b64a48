using System.Collections.Immutable;
using System.Text;
using Engagement.Local.ApiGateway;
using Engagement.Local.Aws;
using Engagement.Local.Clock;
using Engagement.Local.Resources;

namespace Local.Tests.ApiGateway;

/// <summary>One API, deployed the way a stack deploys it.</summary>
internal sealed class ApiFixture
{
    public const string LogGroup = "/aws/api-gateway/pixel";

    public const string AccessLogFormat =
        """{"id":"$context.requestId","at":"$context.requestTime","path":"$context.resourcePath","status":$context.status,"queue":"$context.integrationStatus","error":"$context.error.responseType"}""";

    public ApiFixture()
    {
        Cloud = new CloudContext { Region = "eu-west-1", BaseUrl = new Uri("http://127.0.0.1:8080"), Clock = Clock };
        Apis = new RestApis(Cloud, Aws, Logs, new TrustingRoles(), CallerOf);
    }

    public VirtualClock Clock { get; } = new(new DateTimeOffset(2026, 5, 1, 12, 0, 0, 250, TimeSpan.Zero));

    public CloudContext Cloud { get; }

    public RecordingEndpoint Aws { get; } = new();

    public RecordingLogs Logs { get; } = new();

    public RestApis Apis { get; }

    public string ApiId { get; private set; } = "";

    public string InvokeUrl { get; private set; } = "";

    /// <summary>Deploys a body under the stage <c>v1</c>.</summary>
    public async Task<ApiFixture> DeployAsync(string body, double? rate = null, int? burst = null)
    {
        await CreateAsync("account:Account", "account", ("cloudwatchRoleArn", "arn:aws:iam::000000000000:role/logs"));
        ApiId = (await CreateAsync("restApi:RestApi", "pixel", ("body", body), ("name", "pixel"))).Id;
        var deployment = await CreateAsync("deployment:Deployment", "pixel", ("restApi", ApiId));
        var log = Map(("destinationArn", Cloud.Arn("logs", $"log-group:{LogGroup}:*")), ("format", AccessLogFormat));
        var stage = await CreateAsync(
            "stage:Stage", "pixel", ("restApi", ApiId), ("deployment", deployment.Id), ("stageName", "v1"), ("accessLogSettings", log), (
                "variables", Map(("colour", "blue"))));
        InvokeUrl = (string)stage.Outputs["invokeUrl"];
        if (rate is { } limit && burst is { } most)
        {
            var settings =
                Map(
                    ("throttlingRateLimit", limit),
                    ("throttlingBurstLimit", (double)most),
                    ("metricsEnabled", true),
                    ("loggingLevel", "ERROR"));
            await CreateAsync(
                "methodSettings:MethodSettings",
                "all",
                ("restApi", ApiId),
                ("stageName", "v1"),
                ("methodPath", "*/*"),
                ("settings", settings));
        }

        return this;
    }

    public Task<ResourceState> CreateAsync(string type, string name, params (string Key, object Value)[] inputs)
    {
        var token = $"aws:apigateway/{type}";
        return Apis.ResourceTypes[token](new ResourceRequest(token, name, Map(inputs)), CancellationToken.None);
    }

    public Task<StageResponse> GetAsync(string pathAndQuery, params (string Name, string Value)[] headers) =>
        SendAsync("GET", pathAndQuery, headers);

    public Task<StageResponse> SendAsync(string method, string pathAndQuery, params (string Name, string Value)[] headers) =>
        SendAsync(method, pathAndQuery, default, headers);

    public Task<StageResponse> SendAsync(
        string method, string pathAndQuery, ReadOnlyMemory<byte> body, params (string Name, string Value)[] headers)
    {
        var parts = pathAndQuery.Split('?', 2);
        return Apis.HandleAsync(
            new()
            {
                ApiId = ApiId,
                Stage = "v1",
                Method = method,
                Path = parts[0],
                Query = parts.Length > 1 ? parts[1] : "",
                Body = body,
                Headers = [
                    KeyValuePair.Create("Host", "127.0.0.1:8080"),
                    .. headers.Select(header => KeyValuePair.Create(header.Name, header.Value))
                ],
                SourceIp = "203.0.113.7",
            },
            CancellationToken.None);
    }

    public static ImmutableDictionary<string, object> Map(params (string Key, object Value)[] members) =>
        members.ToImmutableDictionary(member => member.Key, member => member.Value);

    // A caller whose key begins with ASIA is a role, every other caller the account.
    private static Principal CallerOf(string accessKeyId) => accessKeyId.StartsWith("ASIA", StringComparison.Ordinal)
        ? Principal.Role("arn:aws:iam::000000000000:role/pipelines/release", "nightly")
        : new Principal(PrincipalKind.Account, "arn:aws:iam::000000000000:root");

    public static string Text(StageResponse response) => Encoding.UTF8.GetString(response.Body.Span);
}
