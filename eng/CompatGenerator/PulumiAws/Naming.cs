namespace CompatGenerator.PulumiAws;

/// <summary>
/// C# names, number kinds and what is left out; keeps account of the list's exceptions, so that one that applies to nothing is found.
/// </summary>
internal sealed class Naming(PulumiAwsList list)
{
    private readonly HashSet<string> used = new(StringComparer.Ordinal);

    /// <summary>The C# namespace of a module; of the package's root when empty.</summary>
    public string Namespace(string module) => module.Length == 0
        ? "Pulumi.Aws"
        : list.Modules.TryGetValue(module, out var name)
            ? $"Pulumi.Aws.{name}"
            : throw new GeneratorException(
                $"pulumi-aws.yaml names no C# namespace for the module '{module}'; add it under 'modules', spelled as the published SDK "
                    + "does");

    /// <summary>The name of a property of the type (or resource) <paramref name="owner"/>, which is written <c>module.Type</c>.</summary>
    public string PropertyName(string owner, string wire)
    {
        if (Exception(list.Names.Keys, owner, wire) is { } key)
        {
            return list.Names[key];
        }

        var name = Pascal(wire);
        return name != owner[(owner.LastIndexOf('.') + 1)..]
            ? name
            : throw new GeneratorException(
                $"'{owner}.{wire}' would be a C# member named like its class; add the published SDK's name for it to pulumi-aws.yaml "
                    + "under 'names'");
    }

    /// <summary><c>double</c> for a property that the list says is one, else <c>int</c>.</summary>
    public string Number(string owner, string wire) => Exception(list.Doubles, owner, wire) is null ? "int" : "double";

    /// <summary>
    /// Whether the list leaves this property in; what it leaves out is not generated, nor are the types that it alone uses.
    /// </summary>
    public bool Includes(string owner, string wire) => Exception(list.Omitted, owner, wire) is null;

    /// <summary>Whether a resource's output stays: one of a nested type does where the list says that it is read.</summary>
    public bool IncludesOutput(string owner, Property property)
        => !property.Type.References().Any(reference => reference.StartsWith("outputs.", StringComparison.Ordinal))
            || Exception(list.NestedOutputs, owner, property.Wire) is not null;

    /// <summary>The list's exceptions that no property took.</summary>
    public IEnumerable<string> Unused() =>
        list.Names.Keys.Concat(list.Doubles).Concat(list.Omitted).Concat(list.NestedOutputs).Where(key => !used.Contains(key));

    public static string Pascal(string name) => string.Concat(name[..1].ToUpperInvariant(), name.AsSpan(1));

    public static string Camel(string name) => string.Concat(name[..1].ToLowerInvariant(), name.AsSpan(1));

    private string? Exception(IEnumerable<string> keys, string owner, string wire)
    {
        var key = $"{owner}.{wire}";
        if (!keys.Contains(key))
        {
            return null;
        }

        used.Add(key);
        return key;
    }
}
