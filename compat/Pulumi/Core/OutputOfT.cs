using System;
using System.Collections.Immutable;
using System.Threading.Tasks;
using Pulumi.Serialization;

namespace Pulumi;

/// <summary>A value that is available later, with the resources it depends on and whether it is secret or still unknown.</summary>
public sealed class Output<T> : IOutput
{
    internal Output(Task<OutputData<T>> data)
    {
        DataTask = data;
        // A deployment ends only when every output made during it has resolved, so that failures in Apply surface.
        Deployment.Current?.Tasks.Add(data);
    }

    internal Task<OutputData<T>> DataTask { get; }

    public static Output<T> Create(Task<T> value) => From(value, isSecret: false);

    public Output<TResult> Apply<TResult>(Func<T, TResult> func)
        => Bind(value => Task.FromResult(new OutputData<TResult>(func(value))));

    public Output<TResult> Apply<TResult>(Func<T, Task<TResult>> func)
        => Apply(value => Output.Create(func(value)));

    public Output<TResult> Apply<TResult>(Func<T, Input<TResult>?> func)
        => Apply(value => func(value).ToOutput());

    public Output<TResult> Apply<TResult>(Func<T, Output<TResult>?> func)
        => Bind(value => func(value)?.DataTask ?? Task.FromResult(new OutputData<TResult>(default(TResult)!)));

    public Output<ValueTuple> Apply(Func<T, Task> func)
        => Apply(async value =>
        {
            await func(value);
            return default(ValueTuple);
        });

    public override string ToString()
    {
        const string Message = "An Output<T> has no text of its own: its value may not exist yet. "
            + "Use output.Apply(value => $\"…{value}…\") or Output.Format($\"…{output}…\").";
        var fails = Environment.GetEnvironmentVariable("PULUMI_ERROR_OUTPUT_STRING");
        if (fails == "1" || string.Equals(fails, "true", StringComparison.OrdinalIgnoreCase))
        {
            throw new InvalidOperationException(Message);
        }

        Log.Warn(Message);
        return Message;
    }

    internal static Output<T> From(Task<T> value, bool isSecret)
    {
        ArgumentNullException.ThrowIfNull(value);
        return new(Resolve());

        async Task<OutputData<T>> Resolve() => new(await value, IsKnown: true, isSecret, []);
    }

    internal async Task<T> GetValueAsync(T whenUnknown)
    {
        var data = await DataTask;
        return data.IsKnown ? data.Value : whenUnknown;
    }

    internal Output<TResult> Select<TResult>(Func<OutputData<T>, OutputData<TResult>> change)
    {
        return new(Changed());

        async Task<OutputData<TResult>> Changed() => change(await DataTask);
    }

    async Task<OutputData<object?>> IOutput.GetDataAsync()
    {
        var data = await DataTask;
        return data.With<object?>(data.Value);
    }

    private Output<TResult> Bind<TResult>(Func<T, Task<OutputData<TResult>>> func)
    {
        return new(Bound());

        async Task<OutputData<TResult>> Bound()
        {
            var outer = await DataTask;
            if (!outer.IsKnown)
            {
                return OutputData<TResult>.Unknown(outer.IsSecret, outer.Resources);
            }

            var inner = await func(outer.Value);
            return inner with { IsSecret = outer.IsSecret || inner.IsSecret, Resources = outer.Resources.Union(inner.Resources) };
        }
    }
}
