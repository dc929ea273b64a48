using System;
using System.Collections.Immutable;
using System.Threading.Tasks;

namespace Pulumi.Serialization;

internal sealed class PendingOutput<T> : IPendingOutput
{
    private readonly TaskCompletionSource<OutputData<T>> source = new();
    private readonly ImmutableHashSet<Resource> owner;

    public PendingOutput(Resource resource)
    {
        owner = [resource];
        Output = new(source.Task);
    }

    public Output<T> Output { get; }

    public Type ValueType => typeof(T);

    public void Resolve(OutputData<object?> data)
        => source.SetResult(new(data.Value is null ? default! : (T)data.Value, data.IsKnown, data.IsSecret, owner.Union(data.Resources)));

    public void ResolveDefault(bool isKnown) => source.TrySetResult(new(default!, isKnown, IsSecret: false, owner));

    public void Fail(Exception exception) => source.TrySetException(exception);
}
