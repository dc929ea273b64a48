namespace Pulumi;

/// <summary>The arguments of a resource, or a group of them.</summary>
public abstract class ResourceArgs : InputArgs
{
    public static readonly ResourceArgs Empty = new None();

    private sealed class None : ResourceArgs;
}
