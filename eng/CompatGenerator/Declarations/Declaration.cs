namespace CompatGenerator.Declarations;

/// <summary>One exported declaration of a file.</summary>
internal sealed record Declaration
{
    public required DeclarationKind Kind { get; init; }

    /// <summary>Dotted with the namespaces around it: <c>lambda.FunctionEnvironment</c>.</summary>
    public required string Name { get; init; }

    public bool Deprecated { get; init; }

    public IReadOnlyList<TypeShape> Extends { get; init; } = [];

    /// <summary>Properties of an interface or class, keys of a constant object or enum, parameters of a function.</summary>
    public IReadOnlyList<Member> Members { get; init; } = [];

    /// <summary>Of a class: its constructor's parameters.</summary>
    public IReadOnlyList<Member> Parameters { get; init; } = [];

    /// <summary>Of an alias or a constant.</summary>
    public TypeShape? Type { get; init; }

    /// <summary>Of a function.</summary>
    public TypeShape? Returns { get; init; }
}
