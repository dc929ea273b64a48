using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Engagement.Local.Aws;
using Engagement.Local.Clock;
using Engagement.Local.EventBridge;
using Engagement.Local.Resources;

namespace Local.Tests.EventBridge;

/// <summary>A bus <c>company</c> whose targets answer what a test says.</summary>
internal sealed class BusCloud : IAwsEndpoint, IDisposable
{
    public const string Function = "arn:aws:lambda:eu-west-1:000000000000:function:publish";
    public const string Queue = "arn:aws:sqs:eu-west-1:000000000000:letters";

    private readonly Lock gate = new();
    private readonly List<(string SigningName, AwsRequest Request)> calls = [];

    public BusCloud()
    {
        Context = new() { Region = "eu-west-1", BaseUrl = new Uri("http://127.0.0.1:8080"), Clock = Clock };
        Service = new(Context, this);
        Create("aws:cloudwatch/eventBus:EventBus", ("name", "company"));
    }

    public static readonly DateTimeOffset Start = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    public VirtualClock Clock { get; } = new(Start);

    public CloudContext Context { get; }

    public EventBridgeService Service { get; }

    /// <summary>What a target answers: by its service and the number of the call.</summary>
    public Func<string, int, int> Status { get; set; } = (_, _) => 200;

    public IReadOnlyList<(string SigningName, AwsRequest Request)> Calls
    {
        get
        {
            lock (gate)
            {
                return [.. calls];
            }
        }
    }

    public static ImmutableDictionary<string, object> Block(params (string Key, object Value)[] inputs) =>
        inputs.ToImmutableDictionary(input => input.Key, input => input.Value);

    public ResourceState Create(string type, params (string Key, object Value)[] inputs) =>
        Service.ResourceTypes[type](new ResourceRequest(type, "made", Block(inputs)), CancellationToken.None).GetAwaiter().GetResult();

    /// <summary>A rule for <c>feature_release</c> with this target.</summary>
    public void Rule(string arn, params (string Key, object Value)[] target)
    {
        Create(
            "aws:cloudwatch/eventRule:EventRule",
            ("name", "releases"),
            ("eventBusName", "company"),
            ("eventPattern", """{"detail-type":["feature_release"]}"""));
        Create(
            "aws:cloudwatch/eventTarget:EventTarget",
            [("rule", "releases"), ("eventBusName", "company"), ("targetId", "only"), ("arn", arn), .. target]);
    }

    public JsonObject Put(params string[] entries)
    {
        var request =
            EventBridgeService.Protocol.Request(
                Principal.Anonymous, "PutEvents", JsonNode.Parse($$"""{"Entries":[{{string.Join(',', entries)}}]}""")!);
        try
        {
            return Body(Service.Resolve(request).ExecuteAsync(CancellationToken.None).GetAwaiter().GetResult().Body);
        }
        catch (AwsException e)
        {
            return Body(Service.Error(request, e).Body);
        }
    }

    /// <summary>Puts an event and lets everything happen that is due at once.</summary>
    public async Task<JsonObject> ReleaseAsync(string detail = """{"id":"r1","attributes":{"version":"2.0"}}""")
    {
        var answer = Put(Entry(detail));
        await Clock.SettleAsync(CancellationToken.None);
        return answer;
    }

    public static string Entry(string detail, string detailType = "feature_release", string source = "shop") => new JsonObject
    {
        ["Source"] = source,
        ["DetailType"] = detailType,
        ["Detail"] = detail,
        ["EventBusName"] = "company",
    }.ToJsonString();

    public static JsonObject Body(ReadOnlyMemory<byte> body) => JsonNode.Parse(body.Span)!.AsObject();

    public Task<AwsResponse> SendAsync(string signingName, AwsRequest request, CancellationToken cancellationToken)
    {
        int number;
        lock (gate)
        {
            number = calls.Count(call => call.SigningName == signingName);
            calls.Add((signingName, request));
        }

        var status = Status(signingName, number);
        return Task.FromResult(AwsResponse.Text(status, "application/json", status < 300 ? "{}" : $$"""{"__type":"Status{{status}}"}"""));
    }

    public Task<T> CallAsync<T>(
        Principal caller, string service, string operation, string action, string resource, Func<CancellationToken, Task<T>> execute,
        CancellationToken cancellationToken) =>
        execute(cancellationToken);

    public void Dispose() => Service.Dispose();
}
