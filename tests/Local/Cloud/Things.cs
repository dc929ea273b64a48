using System.Collections.Concurrent;
using System.Collections.Immutable;
using Engagement.Local.Aws;
using Engagement.Local.Cloud;
using Engagement.Local.Resources;
using Pulumi.Testing;

namespace Local.Tests.Cloud;

/// <summary>An engine for resources of made-up types, which note what is done to them.</summary>
internal sealed class Things : IResourceProvider
{
    public const string Changeable = "test:thing:Changeable";
    public const string Fixed = "test:thing:Fixed";
    public const string Saving = "test:thing:Saving";

    private static readonly CloudContext Context = new()
    {
        Region = "eu-west-1",
        BaseUrl = new("http://127.0.0.1:8080"),
        Clock = new(new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero))
    };

    private readonly ResourceGraph graph = new();

    /// <summary>What was done, in order.</summary>
    public ConcurrentQueue<string> Done { get; } = new();

    /// <summary>What fails, such as <c>update a</c>.</summary>
    public string? Failing { get; set; }

    public IReadOnlyDictionary<string, CreateResource> ResourceTypes => new Dictionary<string, CreateResource>
    {
        [Changeable] = CreateAsync,
        [Fixed] = CreateAsync,
        [Saving] = CreateAsync,
        ["test:thing:Forever"] = CreateAsync,
    };

    public IReadOnlyDictionary<string, ResourceLifecycle> Lifecycles => new Dictionary<string, ResourceLifecycle>
    {
        [Changeable] = new() { Update = UpdateAsync, Delete = DeleteAsync },
        [Fixed] = new() { Delete = DeleteAsync },
        [Saving] = new() { Update = UpdateAsync, Delete = DeleteAsync, KeepsInputsOfFailedUpdate = true },
    };

    /// <summary>Runs a program that registers these, one after the other.</summary>
    public async Task<DeploymentSummary> DeployAsync(params (string Type, string Name, string[] Inputs)[] resources)
    {
        var update = new StackUpdate(
            Context, new([this], type => type == Changeable ? ["kind"] : []), graph, _ => { }, CancellationToken.None);
        foreach (var (type, name, inputs) in resources)
        {
            await update.NewResourceAsync(new MockResourceArgs
            {
                Type = type,
                Name = name,
                Inputs = inputs.ToImmutableDictionary(input => input.Split('=')[0], object (input) => input.Split('=')[1]),
            });
        }

        return await update.FinishAsync();
    }

    /// <summary>What was done since the last time.</summary>
    public string Taken()
    {
        var taken = string.Join(", ", Done);
        Done.Clear();
        return taken;
    }

    private Task<ResourceState> CreateAsync(ResourceRequest request, CancellationToken cancellationToken) =>
        Task.FromResult(new ResourceState(Do("create", request), new Dictionary<string, object>()));

    private Task<ResourceState> UpdateAsync(ResourceRequest request, DeployedResource before, CancellationToken cancellationToken)
    {
        Do("update", request);
        return Task.FromResult(new ResourceState(before.Id!, before.Outputs));
    }

    private Task DeleteAsync(DeployedResource resource, CancellationToken cancellationToken)
    {
        Do("delete", resource.Request);
        return Task.CompletedTask;
    }

    private string Do(string what, ResourceRequest request)
    {
        var done = $"{what} {request.Text("name") ?? request.Seed}";
        if (done == Failing)
        {
            throw new InvalidOperationException("it is made to fail");
        }

        Done.Enqueue(done);
        return request.PhysicalName();
    }
}
