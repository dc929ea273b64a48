using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Pulumi.Serialization;

/// <summary>Converts what a provider answered into the types that a program declared. What does not fit is a warning and the type's default.</summary>
internal sealed class Converter(Action<string> warn)
{
    public OutputData<object?> Convert(object? value, Type type, string context)
    {
        OutputTypes.Check(type, context);
        var data = Deserializer.Deserialize(value);
        return data.With(ConvertOrWarn(data.Value, type, context));
    }

    private object? ConvertOrWarn(object? value, Type type, string context)
    {
        var conversion = Try(value, type, context);
        if (conversion.Error is not null)
        {
            warn(conversion.Error);
        }

        return conversion.Value;
    }

    private Conversion Try(object? value, Type type, string context)
    {
        if (Nullable.GetUnderlyingType(type) is { } underlying)
        {
            return value is null ? default : Try(value, underlying, context);
        }

        if (value is null)
        {
            return new(type.IsValueType ? Activator.CreateInstance(type) : null);
        }

        if (type == typeof(object))
        {
            return new(value);
        }

        return type switch
        {
            _ when type == typeof(int) => Is<double>(value, context, number => (int)number),
            _ when type == typeof(JsonElement) => ToJson(value, context),
            _ when type == typeof(Asset) => new(value as Asset ?? new InvalidAsset()),
            _ when type == typeof(Archive) => new(value as Archive ?? new InvalidArchive()),
            _ when type == typeof(AssetOrArchive) => new(value as AssetOrArchive ?? new InvalidAsset()),
            _ when type == typeof(string) || type == typeof(bool) || type == typeof(double) => Exactly(value, type, context),
            _ when typeof(Resource).IsAssignableFrom(type) => Exactly(value, typeof(Resource), context),
            { IsEnum: true } => ToEnum(value, type, context),
            { IsValueType: true } when type.IsDefined(typeof(EnumTypeAttribute)) => ToEnumType(value, type, context),
            { IsConstructedGenericType: true } => ToGeneric(value, type, context),
            _ => ToOutputType(value, type, context),
        };
    }

    private static Conversion Exactly(object value, Type type, string context)
        => type.IsInstanceOfType(value) ? new(value) : Mismatch(type, value, context);

    private static Conversion Is<T>(object value, string context, Func<T, object?> convert)
        => value is T fitting ? new(convert(fitting)) : Mismatch(typeof(T), value, context);

    private static Conversion Mismatch(Type expected, object value, string context)
        => new(null, $"Expected {expected.FullName} but got {value.GetType().FullName} for {context}");

    private Conversion ToEnum(object value, Type type, string context)
        => Try(value, type.GetEnumUnderlyingType(), context) is { Error: null, Value: { } number } ? new(Enum.ToObject(type, number)) : Mismatch(type, value, context);

    private static Conversion ToEnumType(object value, Type type, string context)
        => value is string or double && EnumTypes.ConstructorFor(type, value.GetType()) is { } constructor
            ? new(constructor.Invoke([value]))
            : Mismatch(type, value, context);

    private Conversion ToGeneric(object value, Type type, string context)
    {
        var definition = type.GetGenericTypeDefinition();
        if (definition == typeof(Union<,>))
        {
            return ToUnion(value, type, context);
        }

        var name = definition == typeof(ImmutableArray<>) ? nameof(ToArray)
            : definition == typeof(ImmutableDictionary<,>) ? nameof(ToMap)
            : nameof(ToOutput);
        var method = typeof(Converter).GetMethod(name, BindingFlags.NonPublic | BindingFlags.Instance)!;
        return (Conversion)method.MakeGenericMethod(type.GenericTypeArguments[^1]).Invoke(this, [value, context])!;
    }

    private Conversion ToUnion(object value, Type type, string context)
    {
        foreach (var (index, factory) in new[] { nameof(Union<int, int>.FromT0), nameof(Union<int, int>.FromT1) }.Index())
        {
            if (Try(value, type.GenericTypeArguments[index], $"{context}.AsT{index}") is { Error: null } conversion)
            {
                return new(type.GetMethod(factory)!.Invoke(null, [conversion.Value]));
            }
        }

        return Mismatch(type, value, context);
    }

    private Conversion ToArray<T>(object value, string context)
        => Is<ImmutableArray<object?>>(value, context, list => ImmutableArray.CreateRange(list, item => Element<T>(item, context)));

    private Conversion ToMap<T>(object value, string context)
        => Is<ImmutableDictionary<string, object?>>(value, context, map => map.ToImmutableDictionary(entry => entry.Key, entry => Element<T>(entry.Value, context)));

    private Conversion ToOutput<T>(object value, string context)
        => Try(value, typeof(T), context) is { Error: null } conversion ? new(Output.Create((T)conversion.Value!)) : Mismatch(typeof(T), value, context);

    private T Element<T>(object? value, string context) => ConvertOrWarn(value, typeof(T), context) is { } converted ? (T)converted : default!;

    private Conversion ToOutputType(object value, Type type, string context)
        => Is<ImmutableDictionary<string, object?>>(value, context, map =>
        {
            var constructor = OutputTypes.ConstructorOf(type)!;
            return constructor.Invoke([.. constructor.GetParameters().Select(Argument)]);

            object? Argument(ParameterInfo parameter)
            {
                var name = parameter.GetCustomAttribute<OutputConstructorParameterAttribute>()?.Name ?? parameter.Name!;
                return ConvertOrWarn(map.GetValueOrDefault(name), parameter.ParameterType, $"{type.FullName}({parameter.Name})");
            }
        });

    private static Conversion ToJson(object value, string context)
    {
        try
        {
            return new(JsonSerializer.SerializeToElement(Node(value)));
        }
        catch (NotSupportedException)
        {
            return Mismatch(typeof(JsonElement), value, context);
        }
    }

    private static JsonNode? Node(object? value) => value switch
    {
        null => null,
        string text => text,
        double number => number,
        bool flag => flag,
        ImmutableArray<object?> list => new JsonArray([.. list.Select(Node)]),
        ImmutableDictionary<string, object?> map => new JsonObject(map.Select(entry => KeyValuePair.Create(entry.Key, Node(entry.Value)))),
        _ => throw new NotSupportedException(),
    };

    private readonly record struct Conversion(object? Value, string? Error = null);
}
