using System.Collections.Immutable;
using System.Text.Json;
using System.Threading.Tasks;

namespace Pulumi.Serialization;

/// <summary>JSON of values that hold outputs.</summary>
internal static class OutputJson
{
    public static async Task<OutputData<string>> WriteAsync<T>(OutputData<T> data, JsonSerializerOptions? options)
    {
        // A converter cannot wait. Outputs that have not resolved are collected, awaited, and the text is written again.
        while (true)
        {
            var converter = new OutputJsonConverter(data.IsSecret, data.Resources);
            var json = JsonSerializer.Serialize(data.Value, WithConverter(options, converter));
            if (converter.Pending.Count == 0)
            {
                var resources = data.Resources.Union(converter.SeenResources);
                var isSecret = data.IsSecret || converter.SeenSecret;
                return new(converter.SeenUnknown ? "" : json, !converter.SeenUnknown, isSecret, resources);
            }

            await Task.WhenAll(converter.Pending);
        }
    }

    public static T Read<T>(OutputData<string> json, JsonSerializerOptions? options)
        => JsonSerializer.Deserialize<T>(json.Value, WithConverter(options, new(json.IsSecret, json.Resources)))!;

    private static JsonSerializerOptions WithConverter(JsonSerializerOptions? options, OutputJsonConverter converter)
    {
        var own = options is null ? new JsonSerializerOptions() : new JsonSerializerOptions(options);
        own.Converters.Add(converter);
        return own;
    }
}
