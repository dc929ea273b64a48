using Pulumi.Serialization;

namespace Pulumi;

/// <summary>A resource that a provider creates, reads, updates and deletes.</summary>
public class CustomResource : Resource
{
    public CustomResource(string type, string name, ResourceArgs? args, CustomResourceOptions? options = null)
        : base(type, name, custom: true, args ?? ResourceArgs.Empty, options ?? new(), remote: false)
    {
    }

    // The published class has both constructors, so a call that leaves out the options is ambiguous there; here too.
    public CustomResource(
        string type, string name, ResourceArgs? args, CustomResourceOptions? options = null, RegisterPackageRequest? registerPackageRequest = null)
        : base(type, name, custom: true, args ?? ResourceArgs.Empty, options ?? new(), remote: false)
    {
    }

    private protected CustomResource()
    {
    }

    /// <summary>The provider's id; unknown in a preview until the resource exists.</summary>
    [Output(ResourceOutputs.Id)]
    public Output<string> Id { get; private protected set; } = null!;
}
