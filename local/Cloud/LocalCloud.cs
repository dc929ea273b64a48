using System.Collections.Immutable;
using Engagement.Local.ApiGateway;
using Engagement.Local.Aws;
using Engagement.Local.CloudWatch;
using Engagement.Local.Configuration;
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
using Pulumi.Testing;

namespace Engagement.Local.Cloud;

/// <summary>AWS on this machine: its services, and what the stack's program has deployed into them so far.</summary>
internal sealed class LocalCloud : IAsyncDisposable
{
    private readonly ResourceCatalog resourceTypes;
    private readonly SemaphoreSlim oneUpdate = new(1, 1);
    private volatile ImmutableDictionary<string, object?> outputs = ImmutableDictionary<string, object?>.Empty;

    /// <param name="context">Where and when this cloud is.</param>
    public LocalCloud(CloudContext context)
    {
        Context = context;
        Roles = new Roles(context);
        Credentials = new IssuedCredentials();
        Calls = new CallLog();
        Authorizer = new Authorizer(context, Roles);
        Endpoint = new AwsEndpoint(Authorizer, Calls, context.Clock, Faults);
        Logs = new Logs(context);
        Functions = new Lambda.Functions(context, Endpoint, Roles, Credentials, Logs, Faults);
        Faults.KillFunction = Functions.Kill;
        Sqs = new SqsService(context);
        Pinpoint = new PinpointService(context, Endpoint, Functions, callers: TimeProvider.System, logs: Logs);
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

        resourceTypes = new([Roles, Logs, Functions, Sqs, Pinpoint, Secrets, DynamoDb, Events, States, Sns, EventSources, RestApis, new RecordedResources(context)]);
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

    /// <summary>Runs the program that is deployed, against an engine.</summary>
    public Func<IMocks, StackConfiguration, CancellationToken, Task> Program { get; set; } = StackProgram.RunAsync;

    /// <summary>The stack's outputs, as the latest deployment that succeeded left them.</summary>
    public IReadOnlyDictionary<string, object?> Outputs => outputs;

    /// <summary>Whose an access key is. Keys that were not issued here are the account's: whoever runs this cloud may use any.</summary>
    public Principal CallerOf(string accessKeyId) =>
        Credentials.Holder(accessKeyId) ?? new Principal(PrincipalKind.Account, $"arn:aws:iam::{Context.Account}:root");

    /// <summary>
    /// Runs the stack's program against what stands: creates what is not there, changes or replaces what differs, and deletes what is no longer declared.
    /// What a deployment that failed has done stays done, and another goes on from there.
    /// </summary>
    /// <param name="configuration">The stack and its settings.</param>
    /// <param name="done">Told of each step, for progress.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="UpdateInProgressException">Another deployment is under way.</exception>
    /// <exception cref="ResourceFailedException">A resource could not be created, updated, replaced or deleted.</exception>
    /// <exception cref="Pulumi.RunException">The program failed; the message says why.</exception>
    public async Task<DeploymentSummary> DeployAsync(StackConfiguration configuration, Action<ResourceStep> done, CancellationToken cancellationToken)
    {
        if (!await oneUpdate.WaitAsync(TimeSpan.Zero, cancellationToken))
        {
            throw new UpdateInProgressException();
        }

        var update = new StackUpdate(Context, resourceTypes, Graph, done, cancellationToken);
        try
        {
            await Program(update, configuration, cancellationToken);
            outputs = update.Outputs;
            return await update.FinishAsync();
        }
        catch (Exception e) when (update.Failure is { } failure && e != failure)
        {
            throw failure;
        }
        finally
        {
            oneUpdate.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        EventSources.Dispose();
        Events.Dispose();
        States.Dispose();
        Sns.Dispose();
        await Functions.DisposeAsync();
        oneUpdate.Dispose();
    }
}
