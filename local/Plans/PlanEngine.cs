using System.Collections.Concurrent;
using System.Collections.Immutable;
using Pulumi;
using Pulumi.Testing;
using Pulumi.Utilities;

namespace Engagement.Local.Plans;

/// <summary>
/// The engine of a plan: it makes nothing, and answers each resource with references to it. What mocks are not told (parents, protection,
/// dependencies), it learns as a transformation of every resource of the stack.
/// </summary>
internal sealed class PlanEngine(References references) : IMocks
{
    private const string InvocationType = "aws:lambda/invocation:Invocation";

    private readonly ConcurrentDictionary<Resource, DeclaredResource> declared = new(ReferenceEqualityComparer.Instance);
    private readonly ConcurrentDictionary<(string Type, string Name), ImmutableDictionary<string, object>> inputs = new();
    private readonly ConcurrentDictionary<string, object?> outputs = new(StringComparer.Ordinal);

    /// <summary>The resources that a provider would make; components only group them.</summary>
    public IEnumerable<(DeclaredResource Declared, ImmutableDictionary<string, object> Inputs)> Resources =>
        declared.Values.Where(each => each.Resource is CustomResource).Select(each => (each, inputs[(each.Type, each.Name)]));

    /// <summary>The stack's outputs.</summary>
    public IReadOnlyDictionary<string, object?> Outputs => outputs;

    /// <summary>To be told of every resource of the stack, with its options.</summary>
    public ResourceTransformationResult? Observe(ResourceTransformationArgs args)
    {
        if (args.Resource is Stack)
        {
            return null;
        }

        var parent = args.Options.Parent is { } component && declared.TryGetValue(component, out var known) ? known : null;
        var resource = new DeclaredResource
        {
            Resource = args.Resource,
            Within = parent is null ? [] : parent.Within.Add(parent.Resource),
            Protect = args.Options.Protect ?? parent?.Protect ?? false,
            Options = args.Options,
        };
        if (args.Resource is CustomResource
            && declared.Values.Any(each => each.Resource is CustomResource && each.Type == resource.Type && each.Name == resource.Name))
        {
            throw new NotSupportedException(
                $"The stack declares two resources of type {resource.Type} with the name '{resource.Name}'; a plan could not tell them "
                    + "apart. Name one of them otherwise.");
        }

        declared[args.Resource] = resource;
        return null;
    }

    public Task<(string? id, object state)> NewResourceAsync(MockResourceArgs args)
    {
        var (type, name) = (args.Type!, args.Name!);
        if (declared.Values.FirstOrDefault(each => each.Type == type && each.Name == name) is not { Resource: CustomResource resource })
        {
            return Task.FromResult<(string?, object)>((null, args.Inputs));
        }

        inputs[(type, name)] = args.Inputs;
        var state = SymbolicOutputs.From(resource, args.Inputs, property => references.Value(type, name, property));
        if (type == InvocationType)
        {
            state = state.SetItem("result", references.Provisioned(type, name));
        }

        return Task.FromResult<(string?, object)>((references.Value(type, name, "id"), state));
    }

    public Task<object> CallAsync(MockCallArgs args) => Task.FromResult<object>(args.Token switch
    {
        "aws:index/getCallerIdentity:getCallerIdentity" =>
            Texts(
                ("accountId", References.Account),
                ("arn", $"arn:aws:iam::{References.Account}:root"),
                ("id", References.Account),
                ("userId", References.Account)),
        "aws:index/getRegion:getRegion" =>
            Texts(
                ("id", Region), ("name", Region), ("region", Region), ("description", Region), ("endpoint", $"ec2.{Region}.amazonaws.com")),
        _ =>
            throw new NotSupportedException(
                $"The program asks the provider for '{args.Token}', which has no answer in a plan; add one in {nameof(PlanEngine)}."),
    });

    public async Task RegisterResourceOutputs(MockRegisterResourceOutputsRequest args)
    {
        if (args.Urn.Contains("::pulumi:pulumi:Stack::", StringComparison.Ordinal))
        {
            foreach (var (name, output) in args.Outputs)
            {
                outputs[name] = await OutputUtilities.GetValueAsync(output);
            }
        }
    }

    private string Region => references.Region;

    private static ImmutableDictionary<string, object> Texts(params (string Key, string Value)[] members) =>
        members.ToImmutableDictionary(member => member.Key, member => (object)member.Value);
}
