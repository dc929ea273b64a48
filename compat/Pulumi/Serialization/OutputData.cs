using System.Collections.Immutable;

namespace Pulumi.Serialization;

/// <summary>What an output holds once it has resolved: its value, and what is known about the value.</summary>
internal readonly record struct OutputData<T>(T Value, bool IsKnown, bool IsSecret, ImmutableHashSet<Resource> Resources)
{
    public OutputData(T value)
        : this(value, IsKnown: true, IsSecret: false, [])
    {
    }

    public static OutputData<T> Unknown(bool isSecret, ImmutableHashSet<Resource> resources)
        => new(default!, IsKnown: false, isSecret, resources);

    public OutputData<TOther> With<TOther>(TOther value) => new(value, IsKnown, IsSecret, Resources);
}
