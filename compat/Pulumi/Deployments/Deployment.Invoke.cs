using System.Collections.Immutable;
using System.Linq;
using System.Threading.Tasks;
using Pulumi.Serialization;

namespace Pulumi;

public sealed partial class Deployment
{
    internal Output<T> Invoke<T>(string token, InvokeArgs? args, InvokeOptions? options)
        => new(InvokeDataAsync<T>(token, args, options));

    internal Output<T> InvokeSingle<T>(string token, InvokeArgs? args, InvokeOptions? options)
        => Invoke<ImmutableDictionary<string, T>>(token, args, options).Apply(result => result.Values.First());

    internal async Task<T> InvokeAsync<T>(string token, InvokeArgs? args, InvokeOptions? options)
    {
        var sent = await SendAsync(token, args);
        return (await CallAsync<T>(token, sent, options)).Value;
    }

    internal async Task<T> InvokeSingleAsync<T>(string token, InvokeArgs? args, InvokeOptions? options)
        => (await InvokeAsync<ImmutableDictionary<string, T>>(token, args, options)).Values.First();

    private static async Task<SentProperties> SendAsync(string token, InvokeArgs? args)
        => await SendAsync(await (args ?? InvokeArgs.Empty).ToDictionaryAsync(), $"invoke:{token}");

    private async Task<OutputData<T>> InvokeDataAsync<T>(string token, InvokeArgs? args, InvokeOptions? options)
    {
        var sent = await SendAsync(token, args);
        var explicitly = options is InvokeOutputOptions { DependsOn: var dependsOn }
            ? await dependsOn.ToOutput().GetValueAsync(whenUnknown: [])
            : [];

        // A function is not called with arguments that do not exist yet, nor before what it depends on exists.
        var isReady = sent.Values.Values.All(value => Deserializer.Deserialize(value).IsKnown);
        foreach (var resource in ResourceGraph.Reachable(sent.Dependencies.Concat(explicitly)).OfType<CustomResource>())
        {
            isReady = isReady && (resource.Id is null || (await resource.Id.DataTask).IsKnown);
        }

        if (!isReady)
        {
            return OutputData<T>.Unknown(isSecret: false, []);
        }

        var data = await CallAsync<T>(token, sent, options);
        return data with { Resources = data.Resources.Union(sent.Dependencies).Union(explicitly) };
    }

    private async Task<OutputData<T>> CallAsync<T>(string token, SentProperties sent, InvokeOptions? options)
    {
        var provider = options?.Provider ?? options?.Parent?.FindProvider(token);
        var result = await monitor.CallAsync(token, provider is null ? "" : await provider.GetReferenceAsync(), sent.Values);
        var data = new Converter(warning => Log.Warn(warning)).Convert(result, typeof(T), $"{token} result");
        return data.With(data.Value is T value ? value : default!);
    }
}
