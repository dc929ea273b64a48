using System.Linq;
using System.Reflection;

namespace Pulumi.Serialization;

/// <summary>What becomes of a resource that is sent as a value.</summary>
internal static class ResourceReferences
{
    /// <summary>A class that is tied to the resource's type arrives as itself; any other as a bare reference.</summary>
    public static Resource Resolve(Resource resource, string urn)
    {
        var token = Pulumi.Urn.QualifiedType(urn).Split('$').Last();
        var isTied = resource.GetType().GetCustomAttribute<ResourceTypeAttribute>()?.Type == token;
        return isTied ? resource : new DependencyResource(urn);
    }
}
