using System;
using System.Text.Json;
using System.Threading.Tasks;
using Pulumi.Serialization;

namespace Pulumi;

public static partial class Output
{
    /// <summary>Writes a value as JSON, waiting for the outputs and inputs inside it; one unknown or secret makes the text so.</summary>
    public static Output<string> JsonSerialize<T>(Output<T> value, JsonSerializerOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(value);
        return new(Serialized());

        async Task<OutputData<string>> Serialized()
        {
            var data = await value.DataTask;
            return data.IsKnown ? await OutputJson.WriteAsync(data, options) : OutputData<string>.Unknown(data.IsSecret, data.Resources);
        }
    }

    /// <summary>Reads a value from JSON; outputs inside it are as secret as the text.</summary>
    public static Output<T> JsonDeserialize<T>(Output<string> json, JsonSerializerOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(json);
        return json.Select(data => data.IsKnown
            ? data.With(OutputJson.Read<T>(data, options))
            : OutputData<T>.Unknown(data.IsSecret, data.Resources));
    }
}
