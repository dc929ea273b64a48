using CompatGenerator.Declarations;

namespace CompatGenerator.PulumiAws;

/// <summary>
/// The names of all public types of a namespace of the published SDK, from all that the npm package declares in the module. A name that is
/// missing would hide a clash with ours until a build against the published package.
/// </summary>
internal sealed class ModuleNames(
    NestedTypes nested,
    IReadOnlyDictionary<string, IReadOnlyList<DeclarationFile>> modules,
    IReadOnlyDictionary<string, IReadOnlyList<Declaration>> enums)
{
    /// <summary>Of the module's own namespace.</summary>
    public IEnumerable<TypeName> Types(string module)
        => modules[module].SelectMany(OfFile)
            .Concat((enums.GetValueOrDefault(module) ?? [])
                .Where(declaration => declaration.Kind == DeclarationKind.Constant)
                .Select(declaration => new TypeName(declaration.Name)))
            .Concat(module.Length == 0 ? [new TypeName("Config", IsStatic: true)] : [])
            .Distinct();

    /// <summary>Of the namespace <c>Inputs</c> below it, as far as resources use them.</summary>
    public IEnumerable<TypeName> Inputs(string module)
        => Nested(module, "Args", Position.Args)
            .Select(name => $"{name}Args")
            .Concat(Nested(module, "State", Position.State).Select(name => $"{name}GetArgs"))
            .Select(name => new TypeName(name));

    private IEnumerable<string> Nested(string module, string suffix, Position position)
        => nested.Closure(modules[module].SelectMany(file => file.Declarations)
            .Where(declaration =>
                declaration.Kind == DeclarationKind.Interface && declaration.Name.EndsWith(suffix, StringComparison.Ordinal))
            .SelectMany(declaration => declaration.Members).Select(member => member.Type), position)
            .Where(type => type.Module == module).Select(type => type.Name);

    private static IEnumerable<TypeName> OfFile(DeclarationFile file)
    {
        var stem = Naming.Pascal(Path.GetFileName(file.File)[..^".d.ts".Length]);
        var types = file.Declarations
            .Where(declaration => declaration.Kind is DeclarationKind.Class or DeclarationKind.Interface)
            .Select(declaration => declaration.Name)
            .ToHashSet(StringComparer.Ordinal);
        IEnumerable<string> suffixes = types.Contains($"{stem}Result")
            ? ["Args", "Result"]
            : types.Contains(stem) ? ["", "Args", "State"] : [];
        var found = suffixes.Select(suffix => stem + suffix).Where(types.Contains).Select(name => new TypeName(name));
        return types.Contains($"{stem}Result")
            ? found.Append(new TypeName(stem, IsStatic: true))
                .Concat(types.Contains($"{stem}OutputArgs") ? [new TypeName($"{stem}InvokeArgs")] : [])
            : found;
    }
}
