using System.Threading.Tasks;
using Pulumi.Serialization;

namespace Pulumi;

/// <summary>A reference to a resource of which only the URN is known.</summary>
internal sealed class DependencyResource : CustomResource
{
    public DependencyResource(string urn)
        => Urn = new(Task.FromResult(new OutputData<string>(urn, IsKnown: true, IsSecret: false, [this])));
}
