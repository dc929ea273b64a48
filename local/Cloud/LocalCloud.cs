using System.Collections.Immutable;
using Engagement.Infra;
using Engagement.Local.Aws;
using Engagement.Local.Configuration;
using Engagement.Local.Definitions;
using Engagement.Local.Faults;
using Engagement.Local.Iam;
using Engagement.Local.Resources;
using Pulumi.Testing;

namespace Engagement.Local.Cloud;

/// <summary>AWS on this machine: its services, and what the stack's program has deployed into them so far.</summary>
internal sealed class LocalCloud : IAsyncDisposable
{
    private readonly List<object> services = [];
    private readonly ResourceCatalog resourceTypes;
    private readonly SemaphoreSlim oneUpdate = new(1, 1);
    private volatile DeployedFiles? nextDefinitions;
    private long deployments;
    private volatile ImmutableDictionary<string, object?> outputs = ImmutableDictionary<string, object?>.Empty;

    /// <param name="context">Where and when this cloud is.</param>
    public LocalCloud(CloudContext context)
    {
        Context = context;
        Program = RunStackAsync;
        Roles = new Roles(context);
        Authorizer = new Authorizer(context, Roles);
        Endpoint = new AwsEndpoint(Authorizer, Calls, context.Clock, Faults);
        foreach (var start in ServiceList.All)
        {
            services.Add(start(this));
        }

        foreach (var policies in ServicesThat<IResourcePolicies>())
        {
            Authorizer.Add(policies);
        }

        foreach (var service in ServicesThat<IAwsService>())
        {
            Endpoint.Add(service);
        }

        resourceTypes = new(ServicesThat<IResourceProvider>());
    }

    public CloudContext Context { get; }

    public Roles Roles { get; }

    public Authorizer Authorizer { get; }

    public FaultRegistry Faults { get; } = new();

    public IssuedCredentials Credentials { get; } = new();

    public CallLog Calls { get; } = new();

    public AwsEndpoint Endpoint { get; }

    public ResourceGraph Graph { get; } = new();

    /// <summary>Runs the program that is deployed, against an engine.</summary>
    public Func<IMocks, StackConfiguration, CancellationToken, Task> Program { get; set; }

    /// <summary>The definitions of the latest deployment that succeeded; null before, and where it ran another program.</summary>
    public DeployedFiles? Definitions { get; set; }

    /// <summary>The stack's outputs, as the latest deployment that succeeded left them.</summary>
    public IReadOnlyDictionary<string, object?> Outputs => outputs;

    /// <summary>How many deployments have ended, well or not.</summary>
    public long Deployments => Interlocked.Read(ref deployments);

    /// <summary>The service of that type, one of <see cref="ServiceList.All"/>.</summary>
    public T Service<T>() => services.OfType<T>().Single();

    /// <summary>The services that implement a contract, in the order of <see cref="ServiceList.All"/>.</summary>
    public IEnumerable<T> ServicesThat<T>() => services.OfType<T>();

    /// <summary>The caller that holds an access key. A key that was not issued here is the account's: the developer may use any.</summary>
    public Principal CallerOf(string accessKeyId) =>
        Credentials.Holder(accessKeyId) ?? new Principal(PrincipalKind.Account, $"arn:aws:iam::{Context.Account}:root");

    /// <summary>
    /// Runs the stack's program against what stands: creates what is not there, changes or replaces what differs, and deletes what is no
    /// longer declared.
    /// What a deployment that failed has done stays done, and another goes on from there.
    /// </summary>
    /// <param name="configuration">The stack and its settings.</param>
    /// <param name="done">Told of each step, for progress.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="UpdateInProgressException">Another deployment is under way.</exception>
    /// <exception cref="ResourceFailedException">A resource could not be created, updated, replaced or deleted.</exception>
    /// <exception cref="Pulumi.RunException">The program failed; the message says why.</exception>
    public async Task<DeploymentSummary> DeployAsync(
        StackConfiguration configuration, Action<ResourceStep> done, CancellationToken cancellationToken)
    {
        if (!await oneUpdate.WaitAsync(TimeSpan.Zero, cancellationToken))
        {
            throw new UpdateInProgressException();
        }

        nextDefinitions = null;
        var update = new StackUpdate(Context, resourceTypes, Graph, done, cancellationToken);
        try
        {
            await Program(update, configuration, cancellationToken);
            outputs = update.Outputs;
            Definitions = nextDefinitions ?? Definitions;
            return await update.FinishAsync();
        }
        catch (Exception e) when (update.Failure is { } failure && e != failure)
        {
            throw failure;
        }
        finally
        {
            Interlocked.Increment(ref deployments);
            oneUpdate.Release();
        }
    }

    private Task<IReadOnlyList<Pulumi.Resource>> RunStackAsync(
        IMocks engine, StackConfiguration configuration, CancellationToken cancellationToken) =>
        StackProgram.RunAsync(
            engine,
            configuration,
            () =>
            {
                var stack = new EngagementStack();
                nextDefinitions = DeployedFiles.Read(stack.Definitions);
                return stack;
            },
            cancellationToken);

    public async ValueTask DisposeAsync()
    {
        // The latest first: none goes before what uses it.
        foreach (var service in services.AsEnumerable().Reverse())
        {
            switch (service)
            {
                case IAsyncDisposable ending:
                    await ending.DisposeAsync();
                    break;
                case IDisposable ending:
                    ending.Dispose();
                    break;
            }
        }

        oneUpdate.Dispose();
    }
}
