using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Reflection;
using System.Text.Json;

namespace Pulumi.Serialization;

/// <summary>The types that an output property may have.</summary>
internal static class OutputTypes
{
    private static readonly HashSet<Type> Plain =
    [
        typeof(bool), typeof(int), typeof(double), typeof(string), typeof(object), typeof(JsonElement),
        typeof(Asset), typeof(Archive), typeof(AssetOrArchive), typeof(Resource),
    ];

    /// <summary>Throws for a type that no answer could be converted into.</summary>
    public static void Check(Type type, string context) => Check(type, context, []);

    /// <summary>The constructor to convert with: the marked one, else the only public one.</summary>
    public static ConstructorInfo? ConstructorOf(Type type)
    {
        var all = type.GetConstructors(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance);
        var visible = all.Where(constructor => constructor.IsPublic).ToArray();
        return all.FirstOrDefault(constructor => constructor.IsDefined(typeof(OutputConstructorAttribute)))
            ?? (visible.Length == 1 ? visible[0] : null);
    }

    private static void Check(Type type, string context, HashSet<Type> seen)
    {
        var isPlain = Plain.Contains(type) || type.IsSubclassOf(typeof(Resource)) || (type.IsEnum && type.GetEnumUnderlyingType() == typeof(int));
        if (!seen.Add(type) || isPlain)
        {
            return;
        }

        if (type.IsValueType && type.IsDefined(typeof(EnumTypeAttribute)))
        {
            EnumTypes.Check(type);
        }
        else if (type.IsConstructedGenericType)
        {
            CheckGeneric(type, context, seen);
        }
        else
        {
            CheckOutputType(type, context, seen);
        }
    }

    private static void CheckGeneric(Type type, string context, HashSet<Type> seen)
    {
        var definition = type.GetGenericTypeDefinition();
        var isMap = definition == typeof(ImmutableDictionary<,>);
        var isAllowed = isMap || definition == typeof(ImmutableArray<>) || definition == typeof(Nullable<>)
            || definition == typeof(Union<,>) || definition == typeof(Output<>);
        if (!isAllowed || (isMap && type.GenericTypeArguments[0] != typeof(string)))
        {
            throw new InvalidOperationException(
                $"{context} has the type {type}; of generic types only ImmutableArray<…>, ImmutableDictionary<string, …>, Nullable<…> and Union<…> can be outputs.");
        }

        foreach (var argument in type.GenericTypeArguments)
        {
            Check(argument, context, seen);
        }
    }

    private static void CheckOutputType(Type type, string context, HashSet<Type> seen)
    {
        if (!type.IsDefined(typeof(OutputTypeAttribute)))
        {
            throw new InvalidOperationException(
                $"{context} has the type {type.FullName}, which no output can have: use string, bool, int, double, immutable collections or a class marked [OutputType].");
        }

        var constructor = ConstructorOf(type)
            ?? throw new InvalidOperationException($"{type.FullName} is marked [OutputType]; mark one of its constructors [OutputConstructor].");
        foreach (var parameter in constructor.GetParameters())
        {
            Check(parameter.ParameterType, $"{type.FullName}({parameter.Name})", seen);
        }
    }
}
