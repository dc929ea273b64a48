namespace CompatGenerator.Declarations;

/// <summary>A property, a parameter, or a key of a constant object or enum.</summary>
internal sealed record Member
{
    public required string Name { get; init; }

    public required TypeShape Type { get; init; }

    /// <summary>It is written with <c>?</c>.</summary>
    public bool Optional { get; init; }

    public bool Readonly { get; init; }

    public bool Static { get; init; }

    public bool Deprecated { get; init; }
}
