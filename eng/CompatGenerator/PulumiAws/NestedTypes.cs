using CompatGenerator.Declarations;

namespace CompatGenerator.PulumiAws;

/// <summary>
/// The types within the properties of resources, from the package's <c>types/input.d.ts</c> and <c>types/output.d.ts</c>.
/// </summary>
internal sealed class NestedTypes(Naming naming, IEnumerable<Declaration> inputs, IEnumerable<Declaration> outputs)
{
    private readonly Dictionary<string, Declaration> inputs = inputs.ToDictionary(declaration => declaration.Name);
    private readonly Dictionary<string, Declaration> outputs = outputs.ToDictionary(declaration => declaration.Name);

    /// <summary>Of <c>inputs.lambda.FunctionEnvironment</c>: module <c>lambda</c>, name <c>FunctionEnvironment</c>.</summary>
    public static TypeKey KeyOf(string reference) => reference.Split('.') switch
    {
        [_, var name] => new TypeKey("", name),
        [_, var module, var name] => new TypeKey(module, name),
        _ => throw new GeneratorException($"the name '{reference}' is not written as the package writes nested types"),
    };

    /// <summary>The enumerations that <paramref name="roots"/> use, themselves or through nested types.</summary>
    public IReadOnlyList<TypeKey> Enums(IReadOnlyList<TypeShape> roots, Position position)
        => [.. Closure(roots, position)
            .SelectMany(type => Declared(type, position).Members)
            .Select(member => member.Type)
            .Concat(roots)
            .SelectMany(Shapes.References)
            .Where(reference => reference.StartsWith("enums.", StringComparison.Ordinal))
            .Select(KeyOf)
            .Distinct()];

    /// <summary>The nested types that <paramref name="roots"/> use and those that these use, ordered by name.</summary>
    public IReadOnlyList<TypeKey> Closure(IEnumerable<TypeShape> roots, Position position)
    {
        var prefix = position == Position.Output ? "outputs." : "inputs.";
        var found = new Dictionary<string, TypeKey>();
        var open = new Queue<TypeShape>(roots);
        while (open.TryDequeue(out var type))
        {
            foreach (var reference in type.References().Where(name => name.StartsWith(prefix, StringComparison.Ordinal)))
            {
                var key = KeyOf(reference);
                if (found.TryAdd(key.ToString(), key))
                {
                    foreach (var member in Declared(key, position).Members)
                    {
                        open.Enqueue(member.Type);
                    }
                }
            }
        }

        return [.. found.OrderBy(type => type.Key, StringComparer.Ordinal).Select(type => type.Value)];
    }

    /// <summary>
    /// The properties of a type. A member is required when it is so both where the type is given and where it is returned. The C# SDK has
    /// one notion for both; TypeScript has two.
    /// </summary>
    public IReadOnlyList<Property> Properties(TypeKey type, Position position)
    {
        var optional = new[] { inputs, outputs }
            .SelectMany(side => side.TryGetValue(type.ToString(), out var declaration) ? declaration.Members : [])
            .Where(member => member.Optional || member.Type.Unwrapped().IsOptional())
            .Select(member => member.Name)
            .ToHashSet();
        return [.. Declared(type, position).Members.Select(member => new Property
        {
            Wire = member.Name,
            Name = naming.PropertyName(type.ToString(), member.Name),
            Type = member.Type.Unwrapped().Present(),
            Required = !optional.Contains(member.Name),
            Deprecated = member.Deprecated,
            Number = naming.Number(type.ToString(), member.Name),
        })];
    }

    private Declaration Declared(TypeKey type, Position position)
        => (position == Position.Output ? outputs : inputs).TryGetValue(type.ToString(), out var declaration)
            ? declaration with { Members = [.. declaration.Members.Where(member => naming.Includes(type.ToString(), member.Name))] }
            : throw new GeneratorException($"the package declares no nested type '{type}'");
}
