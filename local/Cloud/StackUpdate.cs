using System.Collections.Concurrent;
using System.Collections.Immutable;
using Engagement.Local.Aws;
using Engagement.Local.Resources;
using Pulumi.Testing;
using Pulumi.Utilities;

namespace Engagement.Local.Cloud;

/// <summary>
/// One run of the program against what stands. To the program it is the engine. Each resource that the program registers gets its
/// counterpart and real outputs at once. So the program's own outputs order everything, and nothing about the stack is said twice. What it
/// no longer registers goes once all the rest has succeeded, as with the engine.
/// </summary>
/// <remarks>
/// The SDK hands mocks a resource's type, name and inputs, and keeps its options to itself. So <c>protect</c>, <c>ignoreChanges</c>,
/// <c>deleteBeforeReplace</c>, <c>replaceOnChanges</c> and <c>aliases</c> are not seen here; <c>dependsOn</c> is, since the SDK itself
/// waits.
/// </remarks>
internal sealed class StackUpdate(
    CloudContext cloud, ResourceCatalog types, ResourceGraph graph, Action<ResourceStep> done, CancellationToken cancellationToken) : IMocks
{
    // Components group resources and are nothing themselves.
    private const string ComponentPrefix = "engagement:";

    private readonly ConcurrentDictionary<(string Type, string Name), byte> registered = [];
    private readonly ConcurrentQueue<ResourceStep> steps = [];
    private ImmutableDictionary<string, object?> outputs = ImmutableDictionary<string, object?>.Empty;
    private ResourceFailedException? failure;

    /// <summary>Why the program could not be run to its end: the first resource that failed; null where none did.</summary>
    public ResourceFailedException? Failure => failure;

    /// <summary>The stack's outputs, once the program has run to its end.</summary>
    public ImmutableDictionary<string, object?> Outputs => outputs;

    public async Task<(string? id, object state)> NewResourceAsync(MockResourceArgs args)
    {
        var request = new ResourceRequest(args.Type!, args.Name!, args.Inputs);
        registered[(request.Type, request.Name)] = 0;
        if (request.Type.StartsWith(ComponentPrefix, StringComparison.Ordinal))
        {
            Register(request);
            return (null, request.Inputs);
        }

        try
        {
            var resource = await Steps().RegisterAsync(request, cancellationToken);
            return (resource.Id, resource.Outputs);
        }
        catch (ResourceFailedException e)
        {
            // The engine reports every resource that waited for this one as failed, too; this is the one to tell of.
            Interlocked.CompareExchange(ref failure, e, null);
            throw;
        }
    }

    /// <summary>Deletes what the program, which has run to its end, replaced or no longer registers.</summary>
    /// <exception cref="ResourceFailedException">Something could not be deleted; the next update tries again.</exception>
    public async Task<DeploymentSummary> FinishAsync()
    {
        var gone = graph.Standing.Where(resource => !registered.ContainsKey((resource.Request.Type, resource.Request.Name)));
        await Steps().DeleteAsync(gone.Concat(graph.Replaced), cancellationToken);
        return new(
            Count(StepKind.Created),
            Count(StepKind.Updated),
            Count(StepKind.Replaced),
            Count(StepKind.Deleted),
            graph.Standing.Count(resource =>
                resource.Id is not null) - Count(StepKind.Created) - Count(StepKind.Updated) - Count(StepKind.Replaced));
    }

    public Task<object> CallAsync(MockCallArgs args) => Task.FromResult<object>(args.Token switch
    {
        "aws:index/getCallerIdentity:getCallerIdentity" => new Dictionary<string, object>
        {
            ["accountId"] = cloud.Account,
            ["arn"] = $"arn:aws:iam::{cloud.Account}:root",
            ["id"] = cloud.Account,
            ["userId"] = cloud.Account,
        },
        "aws:index/getRegion:getRegion" => new Dictionary<string, object>
        {
            ["id"] = cloud.Region,
            ["name"] = cloud.Region,
            ["region"] = cloud.Region,
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

    private ResourceSteps Steps() => new(types, graph, step =>
    {
        steps.Enqueue(step);
        done(step);
    });

    private void Register(ResourceRequest component)
    {
        if (graph.Find(component.Type, component.Name) is null)
        {
            graph.Put(
                new()
                {
                    Request = component,
                    Prints = InputPrints.From(component),
                    Id = null,
                    Outputs = component.Inputs,
                    Order = graph.NextOrder()
                });
        }
    }

    private int Count(StepKind kind) => steps.Count(step => step.Kind == kind);
}
