using System.Collections.Concurrent;
using System.Text.Json;
using Conformance.Tests.Models;
using Conformance.Tests.Tools;
using EndToEnd.Tests;

namespace Conformance.Tests.JavaScriptSdk;

/// <summary>
/// The AWS SDK for JavaScript against a running environment. Every answer that it gets is compared with the SDK's own schemas.
/// </summary>
public sealed class Sdk(DevEnvironment environment) : IAsyncLifetime
{
    private static readonly JsonSerializerOptions CamelCase = new(JsonSerializerDefaults.Web);

    private static readonly ConcurrentDictionary<string, ClientModel> Models = [];
    private NodeScript? script;

    /// <summary>What the SDK speaks to.</summary>
    public DevEnvironment Environment { get; } = environment;

    /// <summary>The Pinpoint application that the stack made.</summary>
    public string ApplicationId { get; private set; } = "";

    /// <summary>URL of the dead-letter queue: nothing takes messages out of it but these tests.</summary>
    public string DeadLetterQueueUrl { get; private set; } = "";

    public async Task InitializeAsync()
    {
        var packages = Path.Combine(await NodePackages.FolderAsync(), "node_modules", "@aws-sdk");
        foreach (var service in new[] { "pinpoint", "sqs" }.Where(service => !Models.ContainsKey(service)))
        {
            Models[service] = await SchemaModel.ReadAsync(Path.Combine(packages, $"client-{service}"));
        }

        script = await NodeScript.StartAsync(
            Path.Combine("JavaScriptSdk", "aws-sdk.mjs"),
            new Dictionary<string, string>(ClientSettings.Environment) { ["AWS_ENDPOINT_URL"] = Environment.Http.BaseAddress!.ToString() });
        var outputs = await Environment.GetAsync("outputs");
        ApplicationId = outputs.GetProperty("pinpointApplicationId").GetString()!;
        DeadLetterQueueUrl = outputs.GetProperty("deadLetterQueues")[0].GetString()!;
    }

    public Task DisposeAsync()
    {
        script?.Dispose();
        return Task.CompletedTask;
    }

    /// <summary>The output of a command that must succeed.</summary>
    public async Task<JsonElement> SucceedAsync(string service, string command, object input)
    {
        var answer = await SendAsync(service, command, input);
        Assert.Null(answer.Error);
        return answer.Output!.Value;
    }

    /// <summary>The error of a command that must fail.</summary>
    public async Task<SdkError> FailAsync(string service, string command, object input, int maxAttempts = 1)
    {
        var answer = await SendAsync(service, command, input, maxAttempts);
        Assert.NotNull(answer.Error);
        return answer.Error;
    }

    /// <summary>Sends a command, and compares what the environment answered with the SDK's own schemas.</summary>
    public async Task<SdkAnswer> SendAsync(string service, string command, object input, int maxAttempts = 1)
    {
        var answer = await script!.AskAsync(new { service, command, input, maxAttempts });
        Assert.All(
            answer.GetProperty("exchanges").Deserialize<IReadOnlyList<Exchange>>(CamelCase)!,
            exchange => Assert.Equal([], Models[service].Violations(command, exchange)));
        return answer.Deserialize<SdkAnswer>(CamelCase)!;
    }
}
