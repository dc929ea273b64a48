using System.Collections.Immutable;
using Engagement.Local.ApiGateway;
using Engagement.Local.Aws;
using Engagement.Local.CloudWatch;
using Engagement.Local.DynamoDb;
using Engagement.Local.EventBridge;
using Engagement.Local.EventSources;
using Engagement.Local.Faults;
using Engagement.Local.Iam;
using Engagement.Local.Lambda;
using Engagement.Local.Pinpoint;
using Engagement.Local.SecretsManager;
using Engagement.Local.Sns;
using Engagement.Local.Sqs;
using Engagement.Local.StepFunctions;
using Pulumi;
using Pulumi.Testing;
using Pulumi.Utilities;

namespace Engagement.Local.Cloud;

/// <summary>
/// AWS on this machine. To the program it is the engine: each resource that is registered gets its counterpart at once, and real outputs,
/// so that the program's own outputs order everything and nothing about the stack is said twice.
/// </summary>
internal sealed class LocalCloud : IMocks, IAsyncDisposable
{
    // Components group resources and are nothing themselves.
    private const string ComponentPrefix = "engagement:";

    private readonly Dictionary<string, CreateResource> resourceTypes = new(StringComparer.Ordinal);
    private readonly Action<RegisteredResource> created;
    private ImmutableDictionary<string, object?> outputs = ImmutableDictionary<string, object?>.Empty;

    /// <param name="context">Where and when this cloud is.</param>
    /// <param name="created">Told of each resource once it exists, for progress.</param>
    public LocalCloud(CloudContext context, Action<RegisteredResource> created)
    {
        Context = context;
        this.created = created;
        Roles = new Roles(context);
        Credentials = new IssuedCredentials();
        Calls = new CallLog();
        Authorizer = new Authorizer(context, Roles);
        Endpoint = new AwsEndpoint(Authorizer, Calls, context.Clock, Faults);
        Logs = new Logs(context);
        Functions = new Lambda.Functions(context, Endpoint, Roles, Credentials, Logs, Faults);
        Faults.KillFunction = Functions.Kill;
        Sqs = new SqsService(context);
        Pinpoint = new PinpointService(context, Endpoint, Functions);
        Secrets = new SecretsManagerService(context);
        DynamoDb = new DynamoDbService(context);
        Events = new EventBridgeService(context, Endpoint, Roles);
        States = new StepFunctionsService(context, Endpoint, Roles, Logs);
        Sns = new SnsService(context, Endpoint, Roles);
        EventSources = new EventSourceMappings(context, Endpoint, Functions, Sqs);
        RestApis = new RestApis(context, Endpoint, Logs, Roles, CallerOf);
        Authorizer.Add(new ResourcePolicyDocuments(Sqs.PolicyOf));
        Authorizer.Add(new ResourcePolicyDocuments(Events.PolicyOf));
        Authorizer.Add(new ResourcePolicyDocuments(Sns.PolicyOf));
        Authorizer.Add(new ResourcePolicyDocuments(arn => Functions.PolicyOf(arn)?.ToJson()));
        foreach (var service in (IAwsService[])[Sqs, Pinpoint, Secrets, Functions, DynamoDb, Events, States, Sns])
        {
            Endpoint.Add(service);
        }

        foreach (var provider in (IResourceProvider[])[Roles, Logs, Functions, Sqs, Pinpoint, Secrets, DynamoDb, Events, States, Sns, EventSources, RestApis, new RecordedResources(context)])
        {
            foreach (var (type, create) in provider.ResourceTypes)
            {
                resourceTypes.Add(type, create);
            }
        }
    }

    public CloudContext Context { get; }

    public Roles Roles { get; }

    public Authorizer Authorizer { get; }

    public FaultRegistry Faults { get; } = new();

    public IssuedCredentials Credentials { get; }

    public CallLog Calls { get; }

    public AwsEndpoint Endpoint { get; }

    public Logs Logs { get; }

    public Lambda.Functions Functions { get; }

    public SqsService Sqs { get; }

    public PinpointService Pinpoint { get; }

    public SecretsManagerService Secrets { get; }

    public DynamoDbService DynamoDb { get; }

    public EventBridgeService Events { get; }

    public StepFunctionsService States { get; }

    public SnsService Sns { get; }

    public EventSourceMappings EventSources { get; }

    public RestApis RestApis { get; }

    public ResourceGraph Graph { get; } = new();

    /// <summary>Why the program could not be run to its end: the first resource that could not be created; null where none failed.</summary>
    public ResourceFailedException? Failure { get; private set; }

    /// <summary>The stack's outputs, once the program has run to its end.</summary>
    public IReadOnlyDictionary<string, object?> Outputs => outputs;

    /// <summary>Whose an access key is. Keys that were not issued here are the account's: whoever runs this cloud may use any.</summary>
    public Principal CallerOf(string accessKeyId) =>
        Credentials.Holder(accessKeyId) ?? new Principal(PrincipalKind.Account, $"arn:aws:iam::{Context.Account}:root");

    public async Task<(string? id, object state)> NewResourceAsync(MockResourceArgs args)
    {
        var request = new ResourceRequest(args.Type!, args.Name!, args.Inputs);
        if (request.Type.StartsWith(ComponentPrefix, StringComparison.Ordinal))
        {
            Graph.Add(request, id: null);
            return (null, request.Inputs);
        }

        try
        {
            var state = await CreatorOf(request)(request, CancellationToken.None);
            created(Graph.Add(request, state.Id));
            return (state.Id, request.Inputs.SetItems(state.Outputs));
        }
        catch (Exception e)
        {
            // The engine reports every resource that waited for this one as failed, too; this is the one to tell of.
            Failure ??= new ResourceFailedException(request.Type, request.Name, e);
            throw;
        }
    }

    private CreateResource CreatorOf(ResourceRequest request) =>
        resourceTypes.TryGetValue(request.Type, out var create) ? create : throw new UnknownResourceTypeException(request.Type, request.Name);

    public Task<object> CallAsync(MockCallArgs args) => Task.FromResult<object>(args.Token switch
    {
        "aws:index/getCallerIdentity:getCallerIdentity" => new Dictionary<string, object>
        {
            ["accountId"] = Context.Account,
            ["arn"] = $"arn:aws:iam::{Context.Account}:root",
            ["id"] = Context.Account,
            ["userId"] = Context.Account,
        },
        "aws:index/getRegion:getRegion" => new Dictionary<string, object>
        {
            ["id"] = Context.Region,
            ["name"] = Context.Region,
            ["region"] = Context.Region,
        },
        _ => throw new NotSupportedException($"The local cloud does not answer the provider function '{args.Token}'."),
    });

    public async Task RegisterResourceOutputs(MockRegisterResourceOutputsRequest args)
    {
        if (!args.Urn.Contains("::pulumi:pulumi:Stack::", StringComparison.Ordinal))
        {
            return;
        }

        var known = outputs.ToBuilder();
        foreach (var (name, output) in args.Outputs)
        {
            known[name] = await OutputUtilities.GetValueAsync(output);
        }

        outputs = known.ToImmutable();
    }

    public async ValueTask DisposeAsync()
    {
        EventSources.Dispose();
        Events.Dispose();
        States.Dispose();
        Sns.Dispose();
        await Functions.DisposeAsync();
    }
}
