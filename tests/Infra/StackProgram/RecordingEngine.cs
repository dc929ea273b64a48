using System.Collections.Concurrent;
using System.Collections.Immutable;
using Engagement.Infra.Configuration;
using Engagement.Local.Cloud;
using Engagement.Local.Configuration;
using Pulumi.Testing;
using Pulumi.Utilities;

namespace Infra.Tests.StackProgram;

/// <summary>One registered resource, as the engine gets it.</summary>
internal sealed record Registered(string Type, string Name, ImmutableDictionary<string, object> Inputs)
{
    public string Text(string key) => (string)Inputs[key];

    public double Number(string key) => (double)Inputs[key];

    public IEnumerable<string> Texts(string key) => ((ImmutableArray<object>)Inputs[key]).Cast<string>();

    public ImmutableDictionary<string, object> Block(string key) => (ImmutableDictionary<string, object>)Inputs[key];
}

/// <summary>An engine that creates nothing: it answers each resource with made-up outputs and remembers what was asked.</summary>
internal sealed class RecordingEngine : IMocks
{
    public const string Region = "eu-west-1";

    // What a certificate wants to see in DNS.
    private static readonly ImmutableDictionary<string, object> DomainProof = ImmutableDictionary<string, object>.Empty
        .Add("domainName", "events.example.com")
        .Add("resourceRecordName", "_proof.events.example.com")
        .Add("resourceRecordType", "CNAME")
        .Add("resourceRecordValue", "_value.acm-validations.aws");

    private static readonly ImmutableDictionary<string, object> DkimKeys =
        ImmutableDictionary<string, object>.Empty.Add("tokens", ImmutableArray.Create<object>("one", "two", "three"));

    private const string SigningKey = "a-signing-key-for-tests-of-32-characters";

    private readonly ConcurrentQueue<Registered> resources = new();
    private readonly ConcurrentDictionary<string, object?> outputs = new();

    public IReadOnlyList<Registered> Resources => [.. resources];

    public IReadOnlyDictionary<string, object?> Outputs => outputs;

    /// <summary>Runs the stack's program with the settings of <c>dev</c> and these in addition.</summary>
    public static Task<RecordingEngine> RunAsync(params (string Key, string Value)[] settings) => RunAsync(Configuration("dev", settings));

    /// <summary>Runs the stack's program with exactly this configuration.</summary>
    public static async Task<RecordingEngine> RunAsync(StackConfiguration configuration)
    {
        var engine = new RecordingEngine();
        await Engagement.Local.Cloud.StackProgram.RunAsync(engine, configuration, CancellationToken.None);
        return engine;
    }

    /// <summary>Runs the stack's program with a configuration that it refuses.</summary>
    /// <returns>What it says, after it has been seen that it declared nothing.</returns>
    public static async Task<string> RefusalAsync(StackConfiguration configuration)
    {
        var engine = new RecordingEngine();
        var error = await Assert.ThrowsAsync<Pulumi.RunException>(
            () => Engagement.Local.Cloud.StackProgram.RunAsync(engine, configuration, CancellationToken.None));
        Assert.Empty(engine.Resources);
        return error.Message;
    }

    /// <summary>The same with the settings of <c>dev</c> and these in addition.</summary>
    public static Task<string> RefusalAsync(params (string Key, string Value)[] settings) => RefusalAsync(Configuration("dev", settings));

    public IEnumerable<Registered> Of(string type) => Resources.Where(resource => resource.Type == type);

    public Task<(string? id, object state)> NewResourceAsync(MockResourceArgs args)
    {
        resources.Enqueue(new(args.Type!, args.Name!, args.Inputs));
        var service = args.Type!.Split(':')[1].Split('/')[0];
        return Task.FromResult<(string?, object)>(($"{args.Name}-id", args.Inputs
            .SetItem("arn", $"arn:aws:{service}:{Region}:123456789012:{args.Name}")
            .SetItem("url", $"https://{service}.{Region}.amazonaws.com/123456789012/{args.Name}")
            .SetItem("executionArn", $"arn:aws:execute-api:{Region}:123456789012:{args.Name}")
            .SetItem("invokeUrl", $"https://{args.Name}.execute-api.{Region}.amazonaws.com/v1")
            .SetItem("result", $$"""{"id":"{{args.Name}}-made","arn":"arn:aws:mobiletargeting:{{Region}}:123456789012:{{args.Name}}"}""")
            .SetItem("keyId", $"{args.Name}-id")
            .SetItem("fqdn", args.Inputs.GetValueOrDefault("name", args.Name!))
            .SetItem("domainValidationOptions", ImmutableArray.Create<object>(DomainProof))
            .SetItem("dkimSigningAttributes", DkimKeys)
            .SetItem("applicationId", "0123456789abcdef0123456789abcdef")
            .SetItem("name", args.Inputs.GetValueOrDefault("name", args.Name!))));
    }

    public Task<object> CallAsync(MockCallArgs args) => throw new NotSupportedException($"The program asked for {args.Token}.");

    public async Task RegisterResourceOutputs(MockRegisterResourceOutputsRequest args)
    {
        if (args.Urn.Contains("pulumi:pulumi:Stack", StringComparison.Ordinal))
        {
            foreach (var (name, output) in args.Outputs)
            {
                outputs[name] = await OutputUtilities.GetValueAsync(output);
            }
        }
    }

    /// <summary>The settings of a stack, and these in addition.</summary>
    public static StackConfiguration Configuration(string stack, params (string Key, string Value)[] settings)
    {
        var configuration = StackConfiguration.Read(RepositoryRoot.Path, stack, _ => SigningKey)
            .WithNeededSecrets(_ => SigningKey);
        return settings.Aggregate(configuration, (known, setting) => known.With(setting.Key, setting.Value));
    }
}
