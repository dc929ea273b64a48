using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading.Tasks;
using Pulumi.Serialization;

namespace Pulumi;

public sealed partial class Deployment
{
    /// <summary>Begins the registration; the deployment waits for it, and the resource's outputs tell its result.</summary>
    internal void Register(Resource resource, ResourceArgs args, ResourceOptions options)
        => Tasks.Add(CompleteAsync(resource, args, options));

    internal void RegisterOutputs(Resource resource, Output<IDictionary<string, object?>> outputs)
    {
        Tasks.Add(RegisterAsync());

        async Task RegisterAsync()
        {
            var urn = await resource.Urn.GetValueAsync(whenUnknown: "");
            var values = await outputs.GetValueAsync(whenUnknown: ImmutableDictionary<string, object?>.Empty);
            await monitor.RegisterOutputsAsync(urn, (await SendAsync(values, urn)).Values);
        }
    }

    private static async Task<SentProperties> SendAsync(IEnumerable<KeyValuePair<string, object?>> properties, string label)
    {
        var values = ImmutableDictionary.CreateBuilder<string, object>();
        var serializer = new Serializer(keepResources: true);
        foreach (var (name, property) in properties)
        {
            try
            {
                if (await serializer.SerializeAsync(property, $"{label}.{name}") is { } value)
                {
                    values.Add(name, value);
                }
            }
            catch (Exception exception)
            {
                throw new InvalidOperationException($"error serializing property \"{name}\": {exception.Message}", exception);
            }
        }

        return new(values.ToImmutable(), serializer.Dependencies);
    }

    private async Task CompleteAsync(Resource resource, ResourceArgs args, ResourceOptions options)
    {
        var pending = resource.PendingOutputs;
        try
        {
            Resolve(resource, await RegisterOrReadAsync(resource, args, options));
        }
        catch (Exception exception)
        {
            // Whoever waits for this resource fails with it instead of waiting for ever.
            foreach (var output in pending.Values)
            {
                output.Fail(exception);
            }

            throw;
        }
        finally
        {
            foreach (var output in pending.Values)
            {
                output.ResolveDefault(isKnown: !IsDryRun);
            }
        }
    }

    private static void Resolve(Resource resource, RegisteredResource registered)
    {
        var pending = resource.PendingOutputs;
        pending[ResourceOutputs.Urn].Resolve(new(registered.Urn));
        if (resource is CustomResource)
        {
            pending[ResourceOutputs.Id].Resolve(new(registered.Id, IsKnown: registered.Id.Length > 0, IsSecret: false, []));
        }

        var converter = new Converter(warning => Log.Warn(warning, resource));
        foreach (var (name, output) in pending)
        {
            if (name is not (ResourceOutputs.Urn or ResourceOutputs.Id) && registered.State.TryGetValue(name, out var value))
            {
                output.Resolve(converter.Convert(value, output.ValueType, $"{resource.GetType().FullName}.{name}"));
            }
        }
    }

    private async Task<RegisteredResource> RegisterOrReadAsync(Resource resource, ResourceArgs args, ResourceOptions options)
    {
        if (options.Urn is { } urn)
        {
            return monitor.Find(urn);
        }

        var existing = options.Id is null ? "" : await options.Id.ToOutput().GetValueAsync(whenUnknown: "");
        if (string.IsNullOrEmpty(existing))
        {
            var imported = (options as CustomResourceOptions)?.ImportId ?? "";
            return await monitor.RegisterAsync(resource, await PrepareAsync(resource, imported, args, options));
        }

        return resource is CustomResource
            ? await monitor.ReadAsync(resource, await PrepareAsync(resource, existing, args, options))
            : throw new ArgumentException($"The options of '{resource.GetResourceName()}' give an id; only a custom resource can be read by id.");
    }

    private async Task<ResourceRequest> PrepareAsync(Resource resource, string id, ResourceArgs args, ResourceOptions options)
    {
        var (type, name) = (resource.GetResourceType(), resource.GetResourceName());
        if (options.DeletedWith is { } owner)
        {
            await owner.Urn.DataTask;
        }

        var dependencies = await options.DependsOn.ToOutput().GetValueAsync(whenUnknown: []);
        var arguments = await args.ToDictionaryAsync();
        var own = arguments.Where(argument => argument.Key is not (ResourceOutputs.Id or ResourceOutputs.Urn));
        var sent = await SendAsync(own, $"resource:{name}[{type}]");
        var parent = options.Parent ?? (type == Stack.TypeToken ? null : Stack);
        var parentUrn = parent is null ? "" : await parent.Urn.GetValueAsync(whenUnknown: "");
        var provider = resource.Provider is { } explicitProvider ? await explicitProvider.GetReferenceAsync() : "";
        await ResourceGraph.WhenRegisteredAsync(dependencies.Concat(sent.Dependencies));
        return new(type, name, id, parentUrn, provider, sent.Values);
    }

    private sealed record SentProperties(ImmutableDictionary<string, object> Values, HashSet<Resource> Dependencies);
}
