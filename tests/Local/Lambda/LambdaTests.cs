using System.Collections.Immutable;
using System.Text;
using System.Text.Json.Nodes;
using Engagement.Local.Aws;
using Engagement.Local.Clock;
using Engagement.Local.Iam;
using Engagement.Local.Lambda;
using Engagement.Local.Resources;
using Pulumi;

namespace Local.Tests.Lambda;

/// <summary>A Lambda whose function <c>echo</c> is the fixture of that name.</summary>
public abstract class LambdaTests : IAsyncLifetime
{
    private protected const string Role = "arn:aws:iam::000000000000:role/echo";
    private protected const string LogGroup = "/aws/lambda/echo";

    private protected LambdaTests()
    {
        Cloud = new CloudContext { Region = "eu-west-1", BaseUrl = new Uri("http://127.0.0.1:8080"), Clock = Clock };
        Functions = new LambdaService(Cloud, Door, new TrustingRoles(), Credentials, Logs, limits: Limits);
    }

    private protected static string Published { get; } = Path.Combine(AppContext.BaseDirectory, "Fixtures", "EchoFunction");

    private protected virtual LambdaLimits Limits => new();

    private protected VirtualClock Clock { get; } = new(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));

    private protected CloudContext Cloud { get; }

    private protected LogLines Logs { get; } = new();

    private protected OpenDoor Door { get; } = new();

    private protected IssuedCredentials Credentials { get; } = new();

    private protected LambdaService Functions { get; }

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await Functions.DisposeAsync();

    private protected Task<ResourceState> DeployAsync(params (string Key, object Value)[] inputs) =>
        CreateAsync(
            "aws:lambda/function:Function", "echo", [.. Defaults().Where(pair => !inputs.Any(input => input.Key == pair.Key)), .. inputs]);

    private protected Task<ResourceState> CreateAsync(string type, string name, params (string Key, object Value)[] inputs) =>
        Functions.ResourceTypes[type](new ResourceRequest(type, name, Map(inputs)), CancellationToken.None);

    private protected static ImmutableDictionary<string, object> Map(params (string Key, object Value)[] entries) =>
        entries.ToImmutableDictionary(entry => entry.Key, entry => entry.Value);

    private protected Task<InvocationResult> InvokeAsync(string payload, string function = "echo") =>
        Functions.InvokeAsync(function, Encoding.UTF8.GetBytes(payload), CancellationToken.None);

    private protected static JsonNode Json(InvocationResult result) => JsonNode.Parse(result.Payload.Span)!;

    private protected async Task<JsonNode> AnswerAsync(string payload, string function = "echo")
    {
        var result = await InvokeAsync(payload, function);
        Assert.Null(result.FunctionError);
        return Json(result);
    }

    private protected static (string Key, object Value)[] Defaults() =>
    [
        ("name", "echo"),
        ("code", new FileArchive(Published)),
        ("handler", "EchoFunction"),
        ("runtime", "dotnet10"),
        ("role", Role),
        ("timeout", 20.0),
        ("memorySize", 256.0),
    ];
}
