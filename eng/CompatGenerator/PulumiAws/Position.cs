namespace CompatGenerator.PulumiAws;

/// <summary>Where a type is used, which decides the C# types that stand for it.</summary>
internal enum Position
{
    /// <summary>What a resource or a function gives: <c>Outputs.X</c>, immutable collections.</summary>
    Output,

    /// <summary>What a resource is given: <c>Inputs.XArgs</c>.</summary>
    Args,

    /// <summary>What narrows the look-up of an existing resource: <c>Inputs.XGetArgs</c>.</summary>
    State,
}
