using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Reflection;

namespace Pulumi.Serialization;

/// <summary>The properties of a resource that the deployment fills in.</summary>
internal static class ResourceOutputs
{
    public const string Urn = "urn";
    public const string Id = "id";

    public static IEnumerable<(string Name, PropertyInfo Property)> PropertiesOf(Type type)
    {
        foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            if (property.GetCustomAttribute<OutputAttribute>() is { } output)
            {
                yield return (string.IsNullOrWhiteSpace(output.Name) ? property.Name : output.Name, property);
            }
        }
    }

    /// <summary>Gives each output property an output that resolves once the resource is registered or read.</summary>
    public static ImmutableDictionary<string, IPendingOutput> Initialize(Resource resource, bool isFilledByEngine)
    {
        var pending = ImmutableDictionary.CreateBuilder<string, IPendingOutput>();
        foreach (var (name, property) in PropertiesOf(resource.GetType()))
        {
            // A component made here sets its own outputs, perhaps already in property initializers.
            if (resource is ComponentResource && !isFilledByEngine && property.DeclaringType != typeof(Resource))
            {
                continue;
            }

            pending.Add(name, Fill(resource, name, property));
        }

        return pending.ToImmutable();
    }

    private static IPendingOutput Fill(Resource resource, string name, PropertyInfo property)
    {
        var fullName = $"[Output] {resource.GetType().FullName}.{property.Name}";
        if (!property.PropertyType.IsConstructedGenericType || property.PropertyType.GetGenericTypeDefinition() != typeof(Output<>))
        {
            throw RunException.OutputsHaveIncorrectType([name]);
        }

        // The base class's own declaration carries a private setter, the inherited one does not.
        var setter = property.DeclaringType!.GetProperty(property.Name)?.GetSetMethod(nonPublic: true)
            ?? throw new InvalidOperationException($"{fullName} has no setter; declare it as {{ get; private set; }}.");
        var valueType = property.PropertyType.GenericTypeArguments[0];
        OutputTypes.Check(valueType, fullName);
        var pending = (IPendingOutput)Activator.CreateInstance(typeof(PendingOutput<>).MakeGenericType(valueType), resource)!;
        setter.Invoke(resource, [pending.GetType().GetProperty(nameof(PendingOutput<int>.Output))!.GetValue(pending)]);
        return pending;
    }
}
