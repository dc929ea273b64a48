using System.Collections.Immutable;
using System.Reflection;
using Pulumi;

namespace Engagement.Local.Plans;

/// <summary>
/// What a resource answers in a plan: a reference for each text that it has as an output, within lists and blocks, too. Which those are,
/// the resource's own class says.
/// </summary>
internal static class SymbolicOutputs
{
    // Deep enough for what programs look into (the validation options of a certificate); some types hold themselves.
    private const int Depth = 3;

    // As many as a program looks at of a list whose length it knows: a domain has three DKIM keys.
    private const int Items = 3;

    /// <param name="resource">The resource; its class declares the outputs.</param>
    /// <param name="inputs">What it was given; inputs that are no texts come back as they are.</param>
    /// <param name="value">The reference for a property, by its path.</param>
    public static ImmutableDictionary<string, object> From(
        Resource resource, ImmutableDictionary<string, object> inputs, Func<string, string> value)
    {
        var outputs = inputs.ToBuilder();
        foreach (var property in resource.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            if (property.GetCustomAttribute<OutputAttribute>() is not { Name: { } name } || name == "urn" || name == "id"
                || property.PropertyType is not { IsGenericType: true } output || output.GetGenericTypeDefinition() != typeof(Output<>))
            {
                continue;
            }

            var type = output.GenericTypeArguments[0];
            if ((type == typeof(string) || !inputs.ContainsKey(name)) && Make(type, name, value, Depth) is { } made)
            {
                outputs[name] = made;
            }
        }

        return outputs.ToImmutable();
    }

    private static object? Make(Type type, string path, Func<string, string> value, int depth)
    {
        if (type == typeof(string))
        {
            return value(path);
        }

        if (depth > 0 && type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ImmutableArray<>))
        {
            var items = Enumerable.Range(0, Items)
                .Select(index => Make(type.GenericTypeArguments[0], $"{path}[{index}]", value, depth - 1))
                .OfType<object>()
                .ToImmutableArray();
            return items.IsEmpty ? null : items;
        }

        return depth > 0 && type.GetCustomAttribute<OutputTypeAttribute>() is not null ? Block(type, path, value, depth - 1) : null;
    }

    private static ImmutableDictionary<string, object>? Block(Type type, string path, Func<string, string> value, int depth)
    {
        var constructor = type.GetConstructors(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
            .FirstOrDefault(each => each.GetCustomAttribute<OutputConstructorAttribute>() is not null);
        var members = ImmutableDictionary.CreateBuilder<string, object>();
        foreach (var parameter in constructor?.GetParameters() ?? [])
        {
            var name = parameter.GetCustomAttribute<OutputConstructorParameterAttribute>()?.Name ?? parameter.Name!;
            if (Make(parameter.ParameterType, $"{path}.{name}", value, depth) is { } made)
            {
                members[name] = made;
            }
        }

        return members.Count == 0 ? null : members.ToImmutable();
    }
}
