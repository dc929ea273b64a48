using System;
using System.Reflection;

namespace Pulumi.Serialization;

/// <summary>Structs that stand for a text or a number.</summary>
internal static class EnumTypes
{
    public static object? ValueOf(object value) => ConversionOf(value.GetType()) is { } conversion
        ? conversion.Invoke(null, [value])
        : throw new InvalidOperationException($"{value.GetType().FullName} needs an explicit conversion to string or double.");

    public static ConstructorInfo? ConstructorFor(Type enumType, Type valueType)
        => enumType.GetConstructor(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance, [valueType]);

    public static void Check(Type enumType)
    {
        var conversion = ConversionOf(enumType);
        if (conversion is null || ConstructorFor(enumType, conversion.ReturnType) is null)
        {
            throw new InvalidOperationException(
                $"{enumType.FullName} is marked [EnumType]; it needs a constructor from, and an explicit conversion to, one of string and double.");
        }
    }

    private static MethodInfo? ConversionOf(Type enumType)
    {
        var conversion = enumType.GetMethod("op_Explicit", BindingFlags.Public | BindingFlags.Static, [enumType]);
        return conversion?.ReturnType == typeof(string) || conversion?.ReturnType == typeof(double) ? conversion : null;
    }
}
