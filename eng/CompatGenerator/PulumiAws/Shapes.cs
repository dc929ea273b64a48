using CompatGenerator.Declarations;

namespace CompatGenerator.PulumiAws;

/// <summary>Takes the wrappings off TypeScript types.</summary>
internal static class Shapes
{
    /// <summary>The type within <c>pulumi.Input</c> or <c>pulumi.Output</c>; the type itself when there is none around it.</summary>
    public static TypeShape Unwrapped(this TypeShape type)
        => type is NamedType { Name: "pulumi.Input" or "pulumi.Output", Arguments: [var inner] } ? inner.Unwrapped() : type;

    public static bool IsOptional(this TypeShape type) => type is UnionType union && union.Types.Any(IsUndefined);

    /// <summary>The type without <c>undefined</c>.</summary>
    public static TypeShape Present(this TypeShape type)
    {
        if (type is not UnionType union)
        {
            return type;
        }

        var types = union.Types.Where(member => !IsUndefined(member)).ToList();
        return types.Count == 1 ? types[0] : new UnionType(types);
    }

    /// <summary>Every nested type within, by its dotted name: <c>inputs.lambda.FunctionEnvironment</c>.</summary>
    public static IEnumerable<string> References(this TypeShape type) => type switch
    {
        NamedType named => named.Arguments.SelectMany(References).Prepend(named.Name),
        UnionType union => union.Types.SelectMany(References),
        ArrayType array => array.Element.References(),
        DictionaryType map => map.Value.References(),
        _ => [],
    };

    private static bool IsUndefined(TypeShape type) => type is NamedType { Name: "undefined" };
}
