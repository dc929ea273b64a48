using Pulumi;

namespace Infra.Tests.PulumiSdk.Samples;

/// <summary>A component of two servers.</summary>
public sealed class Cluster : ComponentResource
{
    public Cluster(string name, ComponentResourceOptions? options = null)
        : base("test:index:Cluster", name, options)
    {
        First = new Server($"{name}-first", options: new CustomResourceOptions { Parent = this });
        Second = new Server($"{name}-second", options: new CustomResourceOptions { Parent = this });
        Address = First.Address;
        RegisterOutputs();
    }

    public Server First { get; }

    public Server Second { get; }

    [Output("address")]
    public Output<string> Address { get; private set; }
}
