using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Threading.Tasks;

namespace Pulumi.Serialization;

/// <summary>Converts outputs and inputs to the JSON of their values, and notes what it saw on the way.</summary>
internal sealed class OutputJsonConverter(bool isSecret, ImmutableHashSet<Resource> resources) : JsonConverterFactory
{
    private readonly HashSet<Resource> seenResources = [];

    public List<Task> Pending { get; } = [];

    public bool SeenUnknown { get; private set; }

    public bool SeenSecret { get; private set; }

    public IEnumerable<Resource> SeenResources => seenResources;

    public override bool CanConvert(Type typeToConvert) => ConverterOf(typeToConvert) is not null;

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options)
        => (JsonConverter)Activator.CreateInstance(ConverterOf(typeToConvert)!.MakeGenericType(typeToConvert.GetGenericArguments()), this)!;

    private static Type? ConverterOf(Type type)
    {
        var definition = type.IsGenericType ? type.GetGenericTypeDefinition() : null;
        return definition == typeof(Output<>) ? typeof(OutputConverter<>)
            : definition == typeof(Input<>) ? typeof(InputConverter<>)
            : definition == typeof(InputList<>) ? typeof(InputListConverter<>)
            : definition == typeof(InputMap<>) ? typeof(InputMapConverter<>)
            : null;
    }

    private Output<T> Read<T>(ref Utf8JsonReader reader, JsonSerializerOptions options)
    {
        var value = JsonSerializer.Deserialize<T>(ref reader, options);
        return new(Task.FromResult(new OutputData<T>(value!, IsKnown: true, isSecret, resources)));
    }

    private void Write<T>(Utf8JsonWriter writer, Output<T> output, JsonSerializerOptions options)
    {
        if (!output.DataTask.IsCompletedSuccessfully)
        {
            Pending.Add(output.DataTask);
            writer.WriteNullValue();
            return;
        }

        var data = output.DataTask.Result;
        seenResources.UnionWith(data.Resources);
        SeenSecret |= data.IsKnown && data.IsSecret;
        SeenUnknown |= !data.IsKnown;
        JsonSerializer.Serialize(writer, data.IsKnown ? data.Value : default, options);
    }

    private sealed class OutputConverter<T>(OutputJsonConverter parent) : JsonConverter<Output<T>>
    {
        public override Output<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
            => parent.Read<T>(ref reader, options);

        public override void Write(Utf8JsonWriter writer, Output<T> value, JsonSerializerOptions options)
            => parent.Write(writer, value, options);
    }

    private sealed class InputConverter<T>(OutputJsonConverter parent) : JsonConverter<Input<T>>
    {
        public override Input<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
            => parent.Read<T>(ref reader, options);

        public override void Write(Utf8JsonWriter writer, Input<T> value, JsonSerializerOptions options)
            => parent.Write(writer, value.ToOutput(), options);
    }

    private sealed class InputListConverter<T>(OutputJsonConverter parent) : JsonConverter<InputList<T>>
    {
        public override InputList<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
            => parent.Read<ImmutableArray<T>>(ref reader, options);

        public override void Write(Utf8JsonWriter writer, InputList<T> value, JsonSerializerOptions options)
            => parent.Write(writer, value.ToOutput(), options);
    }

    private sealed class InputMapConverter<T>(OutputJsonConverter parent) : JsonConverter<InputMap<T>>
    {
        public override InputMap<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
            => parent.Read<ImmutableDictionary<string, T>>(ref reader, options);

        public override void Write(Utf8JsonWriter writer, InputMap<T> value, JsonSerializerOptions options)
            => parent.Write(writer, value.ToOutput(), options);
    }
}
