using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Pulumi.Serialization;

namespace Pulumi;

/// <summary>A resource made of other resources, which name it as their parent.</summary>
public class ComponentResource : Resource
{
    public ComponentResource(string type, string name, ComponentResourceOptions? options = null)
        : this(type, name, ResourceArgs.Empty, options, remote: false, registerPackageRequest: null)
    {
    }

    public ComponentResource(string type, string name, ResourceArgs? args, ComponentResourceOptions? options = null, bool remote = false)
        : this(type, name, args, options, remote, registerPackageRequest: null)
    {
    }

    public ComponentResource(
        string type,
        string name,
        ResourceArgs? args,
        ComponentResourceOptions? options,
        bool remote,
        RegisterPackageRequest? registerPackageRequest = null)
        : base(type, name, custom: false, args ?? ResourceArgs.Empty, options ?? new(), remote)
        => IsRemote = remote;

    /// <summary>Whether a provider makes the resources inside, so that they are not known here.</summary>
    internal bool IsRemote { get; }

    /// <summary>Registers the properties marked with <see cref="OutputAttribute"/>.</summary>
    protected void RegisterOutputs()
        => RegisterOutputs(ResourceOutputs.PropertiesOf(GetType())
            .Where(output => output.Property.Name != nameof(Urn))
            .ToDictionary(output => output.Name, output => output.Property.GetValue(this)));

    protected void RegisterOutputs(IDictionary<string, object?> outputs)
    {
        ArgumentNullException.ThrowIfNull(outputs);
        RegisterOutputs(Task.FromResult(outputs));
    }

    protected void RegisterOutputs(Task<IDictionary<string, object?>> outputs) => RegisterOutputs(Output.Create(outputs));

    protected void RegisterOutputs(Output<IDictionary<string, object?>> outputs)
    {
        ArgumentNullException.ThrowIfNull(outputs);
        Deployment.Required.RegisterOutputs(this, outputs);
    }
}
