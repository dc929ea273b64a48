using System.Collections.Immutable;
using System.Text.Json;
using Pulumi;

namespace Infra.Tests.PulumiSdk.Samples;

/// <summary>A custom resource with every kind of output that a provider SDK declares.</summary>
public sealed class Server : CustomResource
{
    public Server(string name, ServerArgs? args = null, CustomResourceOptions? options = null)
        : base("test:index/server:Server", name, args ?? new ServerArgs(), options)
    {
    }

    [Output("address")]
    public Output<string> Address { get; private set; } = null!;

    [Output("port")]
    public Output<int> Port { get; private set; } = null!;

    [Output("load")]
    public Output<double?> Load { get; private set; } = null!;

    [Output("isPublic")]
    public Output<bool> IsPublic { get; private set; } = null!;

    [Output("zones")]
    public Output<ImmutableArray<string>> Zones { get; private set; } = null!;

    [Output("labels")]
    public Output<ImmutableDictionary<string, string>> Labels { get; private set; } = null!;

    [Output("disks")]
    public Output<ImmutableArray<Disk>> Disks { get; private set; } = null!;

    [Output("tier")]
    public Output<Tier?> Tier { get; private set; } = null!;

    [Output("policy")]
    public Output<Union<string, Disk>> Policy { get; private set; } = null!;

    [Output("document")]
    public Output<JsonElement> Document { get; private set; } = null!;

    [Output("code")]
    public Output<Archive?> Code { get; private set; } = null!;
}
