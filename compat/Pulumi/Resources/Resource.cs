using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Pulumi.Serialization;

namespace Pulumi;

/// <summary>Anything that a stack declares.</summary>
public class Resource
{
    private readonly string type;
    private readonly string name;
    private readonly bool? protect;
    private readonly ImmutableArray<ResourceTransformation> transformations = [];
    private readonly ImmutableDictionary<string, ProviderResource> providers = ImmutableDictionary<string, ProviderResource>.Empty;
    private readonly HashSet<Resource> children = [];

    private protected Resource(string type, string name, bool custom, ResourceArgs args, ResourceOptions options, bool remote)
    {
        if (string.IsNullOrEmpty(type) || string.IsNullOrEmpty(name))
        {
            throw new ArgumentException($"A resource needs a type and a name: '{type}', '{name}'.", string.IsNullOrEmpty(type) ? nameof(type) : nameof(name));
        }

        // Before anyone else can see this resource: a component's child list is read from other threads.
        PendingOutputs = ResourceOutputs.Initialize(this, remote || options.Urn is not null);
        this.type = type;
        this.name = name;
        (args, options, transformations) = Transform(args, options);
        options = options.Clone();
        if (options.Provider is not null && options is ComponentResourceOptions { Providers.Count: > 0 })
        {
            throw new ResourceException($"Give the component '{name}' a provider or providers, not both.", options.Parent);
        }

        if (options.Parent is { } parent)
        {
            parent.AddChild(this);
            options.Protect ??= parent.protect;
            providers = parent.providers;
        }

        protect = options.Protect;
        providers = providers.SetItems(OwnProviders(custom, options));
        if (custom)
        {
            options.Provider ??= options.Parent?.FindProvider(type);
            Provider = options.Provider;
        }

        foreach (var alias in options.Aliases)
        {
            // Nothing reads the name here, but an alias that contradicts itself must fail the deployment.
            _ = alias.Apply(given => given.ResolveUrn(name, type, options.Parent));
        }

        Deployment.Required.Register(this, args, options);
    }

    /// <summary>Stands for a resource of which only the URN is known.</summary>
    private protected Resource()
    {
        type = "";
        name = "";
        PendingOutputs = ImmutableDictionary<string, IPendingOutput>.Empty;
    }

    [Output(ResourceOutputs.Urn)]
    public Output<string> Urn { get; private protected set; } = null!;

    internal ImmutableDictionary<string, IPendingOutput> PendingOutputs { get; }

    internal ProviderResource? Provider { get; }

    public string GetResourceType() => type;

    public string GetResourceName() => name;

    internal ImmutableArray<Resource> SnapshotChildren()
    {
        lock (children)
        {
            return [.. children];
        }
    }

    /// <summary>The explicit provider for a type or function token such as <c>aws:sqs/queue:Queue</c>, if any.</summary>
    internal ProviderResource? FindProvider(string token)
        => PackageOf(token) is { } package ? providers.GetValueOrDefault(package) : null;

    private static string? PackageOf(string token) => token.Split(':') is [var package, _, _] ? package : null;

    private void AddChild(Resource child)
    {
        lock (children)
        {
            children.Add(child);
        }
    }

    private IEnumerable<KeyValuePair<string, ProviderResource>> OwnProviders(bool custom, ResourceOptions options)
    {
        if (custom)
        {
            return options.Provider is not null && PackageOf(type) is { } package ? [new(package, options.Provider)] : [];
        }

        var given = options.Provider is not null ? [options.Provider] : (options as ComponentResourceOptions)?.Providers ?? [];
        return given.GroupBy(provider => provider.Package).Select(group => KeyValuePair.Create(group.Key, group.Last()));
    }

    private (ResourceArgs Args, ResourceOptions Options, ImmutableArray<ResourceTransformation> Applied) Transform(
        ResourceArgs args, ResourceOptions options)
    {
        var isRead = options.Urn is not null;
        var inheritsFrom = type == Stack.TypeToken ? null : options.Parent ?? (isRead ? null : Deployment.Required.Stack);
        ImmutableArray<ResourceTransformation> all = [.. options.ResourceTransformations, .. inheritsFrom?.transformations ?? []];
        foreach (var transformation in all)
        {
            if (transformation(new(this, args, options)) is not { } result)
            {
                continue;
            }

            if (result.Options.Parent != options.Parent)
            {
                throw new ArgumentException($"A transformation of '{name}' changed its parent; that is not supported.");
            }

            (args, options) = (result.Args, result.Options);
        }

        return (args, options, all);
    }
}
