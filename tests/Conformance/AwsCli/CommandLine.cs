using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Conformance.Tests.Models;
using Conformance.Tests.Tools;
using EndToEnd.Tests;
using Engagement.Local.Resources;

namespace Conformance.Tests.AwsCli;

/// <summary>
/// The AWS CLI on this machine's PATH, of whatever version, against a running environment. Every answer that it gets is compared with the
/// model that this very CLI brings along.
/// </summary>
public sealed partial class CommandLine(DevEnvironment environment) : IAsyncLifetime
{
    // A command of each service that needs no argument.
    private static readonly Dictionary<string, string> ListCommands = new(StringComparer.Ordinal)
    {
        ["dynamodb"] = "list-tables",
        ["events"] = "list-rules",
        ["firehose"] = "list-delivery-streams",
        ["pinpoint"] = "get-apps",
        ["pinpoint-sms-voice-v2"] = "describe-spend-limits",
        ["secretsmanager"] = "list-secrets",
        ["sesv2"] = "get-account",
        ["sqs"] = "list-queues",
        ["stepfunctions"] = "list-state-machines",
    };

    private static readonly ConcurrentDictionary<string, BotocoreModel> Models = [];
    private RecordingProxy? proxy;

    /// <summary>What the CLI speaks to.</summary>
    public DevEnvironment Environment { get; } = environment;

    /// <summary>The Pinpoint application that the stack made.</summary>
    public string ApplicationId { get; private set; } = "";

    /// <summary>URL of the dead-letter queue: nothing takes messages out of it but these tests.</summary>
    public string DeadLetterQueueUrl { get; private set; } = "";

    public async Task InitializeAsync()
    {
        proxy = await RecordingProxy.StartAsync(Environment.Http);
        var outputs = await Environment.GetAsync("outputs");
        ApplicationId = outputs.GetProperty("pinpointApplicationId").GetString()!;
        DeadLetterQueueUrl = outputs.GetProperty("deadLetterQueues")[0].GetString()!;
    }

    public async Task DisposeAsync()
    {
        if (proxy is not null)
        {
            await proxy.DisposeAsync();
        }
    }

    /// <summary>Makes a resource beside those of the stack.</summary>
    internal async Task DeclareAsync<TService>(string type, string name, params (string Key, object Value)[] inputs)
        where TService : IResourceProvider
    {
        var request = new ResourceRequest(type, name, inputs.ToImmutableDictionary(input => input.Key, input => input.Value));
        await Environment.Cloud.Service<TService>().ResourceTypes[type](request, CancellationToken.None);
    }

    /// <summary>What a command that must succeed prints.</summary>
    public async Task<JsonElement> SucceedAsync(string service, string command, params string[] arguments)
    {
        var answer = await RunAsync(service, command, arguments);
        Assert.True(answer.Succeeded, answer.Errors);
        return answer.Output;
    }

    /// <summary>The error that a command must end with.</summary>
    public async Task<string> FailAsync(string service, string command, params string[] arguments)
    {
        var answer = await RunAsync(service, command, arguments);
        Assert.False(answer.Succeeded);
        Assert.NotNull(answer.Error);
        return answer.Error;
    }

    /// <summary>Runs <c>aws SERVICE COMMAND</c>, and compares what the environment answered with the CLI's own model.</summary>
    public async Task<CliAnswer> RunAsync(string service, string command, params string[] arguments)
    {
        var model = await ModelAsync(service);
        var run = await ProgramRun.OfAsync(Start([service, command, .. arguments]));
        var exchanges = proxy!.Take();
        var operation = string.Concat(command.Split('-').Select(word => char.ToUpper(word[0], CultureInfo.InvariantCulture) + word[1..]));
        Assert.All(exchanges, exchange => Assert.Equal([], model.Violations(operation, exchange)));
        Assert.True(exchanges.Count > 0, $"aws {service} {command} called nothing: {run.Errors}");
        return new(
            run.Output.Length > 0 ? JsonSerializer.Deserialize<JsonElement>(run.Output) : default,
            run.Errors,
            run.ExitCode == 0,
            exchanges.Count);
    }

    /// <summary>Its debug log says where the CLI keeps its models, which differs between its packages.</summary>
    /// <summary>A service as this very CLI describes it.</summary>
    internal async Task<BotocoreModel> ModelAsync(string service)
    {
        if (!Models.TryGetValue(service, out var model))
        {
            var run = await ProgramRun.OfAsync(Start(["--debug", service, ListCommands[service]]));
            proxy!.Take();
            var file = ModelFile()
                .Matches(run.Errors)
                .Select(match => match.Groups["file"].Value)
                .FirstOrDefault(file => file.Contains($"/{service}/", StringComparison.Ordinal))
                ?? throw new InvalidOperationException(
                    $"The AWS CLI does not say in its debug log where its model of {service} is: {run.Errors}");
            Models[service] = model = await BotocoreModel.ReadAsync(file);
        }

        return model;
    }

    private ProcessStartInfo Start(IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(
            Executable.Find("aws", "the AWS CLI"),
            ["--endpoint-url", proxy!.Url, "--output", "json", .. arguments]);
        foreach (var (name, value) in ClientSettings.Environment)
        {
            start.Environment[name] = value;
        }

        return start;
    }

    [GeneratedRegex(@"Loading JSON file: (?<file>\S+service-2\.json(\.gz)?)")]
    private static partial Regex ModelFile();
}
