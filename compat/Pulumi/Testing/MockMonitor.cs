using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading.Tasks;
using Pulumi.Serialization;

namespace Pulumi.Testing;

/// <summary>Hands what a program declares to the mocks.</summary>
internal sealed class MockMonitor(IMocks mocks, Deployment deployment)
{
    private readonly ConcurrentDictionary<string, RegisteredResource> registered = new();
    private ImmutableArray<Resource> resources = [];

    public ImmutableArray<Resource> Resources => resources;

    public async Task<RegisteredResource> RegisterAsync(Resource resource, ResourceRequest request)
    {
        Add(resource);
        if (request.Type == Stack.TypeToken)
        {
            return new(NewUrn(request), Id: "", ImmutableDictionary<string, object>.Empty);
        }

        return await AskAsync(request);
    }

    public async Task<RegisteredResource> ReadAsync(Resource resource, ResourceRequest request)
    {
        var answer = await AskAsync(request);
        Add(resource);
        return answer with { Id = request.Id };
    }

    public RegisteredResource Find(string urn)
        => registered.GetValueOrDefault(urn) ?? throw new InvalidOperationException($"Unknown resource {urn}");

    public async Task<ImmutableDictionary<string, object>> CallAsync(string token, string provider, ImmutableDictionary<string, object> args)
        => await SerializeAsync(await mocks.CallAsync(new() { Token = token, Provider = provider, Args = Known(args) }));

    public async Task RegisterOutputsAsync(string urn, ImmutableDictionary<string, object> outputs)
        => await mocks.RegisterResourceOutputs(new(urn, outputs.ToImmutableDictionary(
            output => output.Key,
            output => new Output<object?>(Task.FromResult(Deserializer.Deserialize(output.Value))))));

    private static ImmutableDictionary<string, object> Known(ImmutableDictionary<string, object> sent)
        => sent.Select(property => KeyValuePair.Create(property.Key, Deserializer.Deserialize(property.Value)))
            .Where(property => property.Value is { IsKnown: true, Value: not null })
            .ToImmutableDictionary(property => property.Key, property => property.Value.Value!);

    private static async Task<ImmutableDictionary<string, object>> SerializeAsync(object state)
    {
        var map = state is IDictionary<string, object> dictionary ? dictionary.ToImmutableDictionary() : state;
        return await new Serializer(keepResources: true).SerializeAsync(map, "") as ImmutableDictionary<string, object>
            ?? throw new InvalidOperationException($"{state.GetType().FullName} is not a supported argument type: a mock answers with a dictionary.");
    }

    private async Task<RegisteredResource> AskAsync(ResourceRequest request)
    {
        var (id, state) = await mocks.NewResourceAsync(new()
        {
            Type = request.Type,
            Name = request.Name,
            Inputs = Known(request.Inputs),
            Provider = request.Provider,
            Id = request.Id,
        });
        var answer = new RegisteredResource(NewUrn(request), id ?? request.Id, await SerializeAsync(state));
        return registered[answer.Urn] = answer;
    }

    private void Add(Resource resource) => ImmutableInterlocked.Update(ref resources, (all, added) => all.Add(added), resource);

    private string NewUrn(ResourceRequest request)
    {
        // Of the types above this one, mocks keep the outermost.
        var type = request.ParentUrn.Length == 0 ? request.Type : $"{Urn.QualifiedType(request.ParentUrn).Split('$')[0]}${request.Type}";
        return $"urn:pulumi:{deployment.StackName}::{deployment.ProjectName}::{type}::{request.Name}";
    }
}
