using CompatGenerator.Declarations;

namespace CompatGenerator.PulumiAws;

/// <summary>A property of a resource, its arguments or a nested type, on its way to C#.</summary>
internal sealed record Property
{
    /// <summary>As the provider spells it.</summary>
    public required string Wire { get; init; }

    /// <summary>In C#.</summary>
    public required string Name { get; init; }

    /// <summary>Without the <c>pulumi.Output</c> or <c>pulumi.Input</c> and the <c>undefined</c> around it.</summary>
    public required TypeShape Type { get; init; }

    public required bool Required { get; init; }

    public bool Secret { get; init; }

    public bool Json { get; init; }

    public bool Deprecated { get; init; }

    public ScriptDefault? Default { get; init; }

    /// <summary>C#'s type for a TypeScript number: <c>int</c> or <c>double</c>.</summary>
    public required string Number { get; init; }

    public bool IsCollection => Type is ArrayType or DictionaryType;
}
