using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Net;
using System.Text.Json.Nodes;
using Engagement.Local.Aws;
using Engagement.Local.Clock;
using Engagement.Local.CloudWatch;
using Engagement.Local.Resources;
using Engagement.Local.StepFunctions;

namespace Local.Tests.StepFunctions;

/// <summary>A Step Functions whose tasks are answered as a test says.</summary>
internal sealed class StatesCloud : IAwsEndpoint, IRoleAssumption, ILogSink, IDisposable
{
    public const string Role = "arn:aws:iam::000000000000:role/announce";
    public const string Machine = "arn:aws:states:eu-west-1:000000000000:stateMachine:announce";
    private const string Type = "aws:sfn/stateMachine:StateMachine";

    private int calls;

    public StatesCloud() =>
        Service = new(new() { Region = "eu-west-1", BaseUrl = new Uri("http://127.0.0.1:8080"), Clock = Clock }, this, this, this);

    public VirtualClock Clock { get; } = new(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));

    public StepFunctionsService Service { get; }

    public ConcurrentQueue<(string SigningName, AwsRequest Request, DateTimeOffset At)> Calls { get; } = new();

    public ConcurrentQueue<(string Group, string Line)> Lines { get; } = new();

    /// <summary>What a task's service answers, by the number of the call.</summary>
    public Func<AwsRequest, int, AwsResponse> Answer { get; set; } = (_, _) => AwsResponse.Text(200, "application/json", "{}");

    public void Deploy(string definition, params (string Key, object Value)[] more) => Service.ResourceTypes[Type](
        new ResourceRequest(
            Type,
            "announce",
            new Dictionary<string, object> { ["name"] = "announce", ["roleArn"] = Role, ["definition"] = definition }
                .ToImmutableDictionary().AddRange(more.Select(input => KeyValuePair.Create(input.Key, input.Value)))),
        CancellationToken.None).GetAwaiter().GetResult();

    public JsonObject Send(string operation, JsonObject body)
    {
        var request = StepFunctionsService.Protocol.Request(Principal.Anonymous, operation, body);
        try
        {
            return Parse(Service.Resolve(request).ExecuteAsync(CancellationToken.None).GetAwaiter().GetResult());
        }
        catch (AwsException e)
        {
            return Parse(Service.Error(request, e));
        }
    }

    public JsonObject Start(string input = "{}", string name = "run") =>
        Send("StartExecution", new() { ["stateMachineArn"] = Machine, ["name"] = name, ["input"] = input });

    public JsonObject Describe(string name = "run") =>
        Send(
            "DescribeExecution",
            new() { ["executionArn"] = $"{Machine.Replace("stateMachine", "execution", StringComparison.Ordinal)}:{name}" });

    /// <summary>Runs states to the end; advances by a day.</summary>
    public async Task<JsonObject> RunAsync(string states, string input = "{}")
    {
        Deploy($$"""{"StartAt":"S","States":{{{states}}} }""");
        Start(input);
        await Clock.AdvanceAsync(TimeSpan.FromDays(1), CancellationToken.None);
        return Describe();
    }

    public Task<AwsResponse> SendAsync(string signingName, AwsRequest request, CancellationToken cancellationToken)
    {
        Calls.Enqueue((signingName, request, Clock.GetUtcNow()));
        return Task.FromResult(Answer(request, Interlocked.Increment(ref calls) - 1));
    }

    public Task<T> CallAsync<T>(
        Principal caller, string service, string operation, string action, string resource, Func<CancellationToken, Task<T>> execute,
        CancellationToken cancellationToken) =>
        execute(cancellationToken);

    public Principal Assume(string roleArn, Principal service, string session) =>
        roleArn == Role && service == Principal.Service("states.amazonaws.com", Machine)
        ? Principal.Role(roleArn, session)
        : throw new AwsException(HttpStatusCode.BadRequest, "AccessDeniedException", "not trusted");

    public void Write(string logGroup, string line) => Lines.Enqueue((logGroup, line));

    public void Dispose() => Service.Dispose();

    private static JsonObject Parse(AwsResponse response) => JsonNode.Parse(response.Body.Span)!.AsObject();
}
