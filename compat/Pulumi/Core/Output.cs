using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using System.Threading.Tasks;
using Pulumi.Serialization;

namespace Pulumi;

/// <summary>Makes outputs and combines them.</summary>
public static partial class Output
{
    public static Output<T> Create<T>(T value) => Create(Task.FromResult(value));

    public static Output<T> Create<T>(Task<T> value) => Output<T>.Create(value);

    public static Output<T> CreateSecret<T>(T value) => CreateSecret(Task.FromResult(value));

    public static Output<T> CreateSecret<T>(Task<T> value) => Output<T>.From(value, isSecret: true);

    public static Output<T> CreateSecret<T>(Output<T> value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return value.Select(data => data with { IsSecret = true });
    }

    public static Output<T> Unsecret<T>(Output<T> output) => output.Select(data => data with { IsSecret = false });

    public static async Task<bool> IsSecretAsync<T>(Output<T> output) => (await output.DataTask).IsSecret;

    public static Output<ImmutableArray<T>> All<T>(params Input<T>[] inputs) => Join([.. inputs]);

    public static Output<ImmutableArray<T>> All<T>(IEnumerable<Input<T>> inputs) => Join([.. inputs]);

    public static Output<ImmutableArray<T>> All<T>(params Output<T>[] outputs) => All(outputs.AsEnumerable());

    public static Output<ImmutableArray<T>> All<T>(IEnumerable<Output<T>> outputs) => Join([.. outputs.Select(output => (Input<T>)output)]);

    /// <summary>Formats with the invariant culture; arguments may be inputs, outputs or plain values.</summary>
    public static Output<string> Format(FormattableString formattableString)
    {
        var arguments = formattableString.GetArguments().Select(argument => (Input<object?>)ToObjectOutput(argument));
        return All(arguments).Apply(values => string.Format(CultureInfo.InvariantCulture, formattableString.Format, values.ToArray()));
    }

    private static Output<object?> ToObjectOutput(object? value)
    {
        var output = value is IInput input ? input.ToOutput() : value as IOutput;
        return output is null ? Create(value) : new Output<object?>(output.GetDataAsync());
    }

    private static Output<ImmutableArray<T>> Join<T>(ImmutableArray<Input<T>> inputs)
    {
        return new(Joined());

        async Task<OutputData<ImmutableArray<T>>> Joined()
        {
            var values = ImmutableArray.CreateBuilder<T>(inputs.Length);
            var joint = new JointData();
            foreach (var input in inputs)
            {
                values.Add(await joint.TakeAsync<T>(input));
            }

            return joint.Of(values.MoveToImmutable());
        }
    }

    /// <summary>Collects what several outputs have in common: unknown or secret as soon as one is.</summary>
    private sealed class JointData
    {
        private readonly ImmutableHashSet<Resource>.Builder resources = ImmutableHashSet.CreateBuilder<Resource>();
        private bool isKnown = true;
        private bool isSecret;

        public async Task<T> TakeAsync<T>(Output<T> output)
        {
            var data = await output.DataTask;
            resources.UnionWith(data.Resources);
            isKnown &= data.IsKnown;
            isSecret |= data.IsSecret;
            return data.Value;
        }

        public OutputData<T> Of<T>(T value) => new(value, isKnown, isSecret, resources.ToImmutable());
    }
}
