using System.Collections.Concurrent;
using System.Collections.Immutable;
using Pulumi.Testing;

namespace Infra.Tests.PulumiAws;

/// <summary>Answers each resource with its own inputs and keeps what was registered.</summary>
internal sealed class RecordingMocks : IMocks
{
    private readonly ConcurrentDictionary<string, MockResourceArgs> resources = new();

    public MockResourceArgs Resource(string name) => resources[name];

    public Task<(string? id, object state)> NewResourceAsync(MockResourceArgs args)
    {
        resources[args.Name!] = args;
        return Task.FromResult<(string?, object)>(($"{args.Name}-id", args.Inputs));
    }

    public Task<object> CallAsync(MockCallArgs args) => Task.FromResult<object>(args.Token switch
    {
        "aws:index/getCallerIdentity:getCallerIdentity" => new Dictionary<string, object>
        {
            ["accountId"] = "000000000000",
            ["arn"] = "arn:aws:iam::000000000000:root",
            ["id"] = "000000000000",
            ["userId"] = "root",
        }.ToImmutableDictionary(),
        "aws:index/getRegion:getRegion" =>
            args.Args.SetItem("id", "eu-central-1")
                .SetItem("description", "")
                .SetItem("endpoint", "")
                .SetItem("name", "eu-central-1")
                .SetItem("region", "eu-central-1"),
        _ => throw new InvalidOperationException($"no answer for {args.Token}"),
    });
}
