using System.Globalization;

namespace Engagement.Definitions;

/// <summary>
/// A piece of a definition file that remembers where it stands: a <see cref="DefinitionScalar"/>, <see cref="DefinitionList"/> or
/// <see cref="DefinitionMapping"/>. Line and column count from 1.
/// </summary>
internal abstract record DefinitionNode(int Line, int Column)
{
    /// <summary>What it is, in words for an error message.</summary>
    public abstract string Kind { get; }
}

/// <summary>A single value. What a plain (unquoted) one stands for follows YAML's core schema.</summary>
internal sealed record DefinitionScalar(string Value, bool IsPlain, int Line, int Column) : DefinitionNode(Line, Column)
{
    public bool IsNothing => IsPlain && Value is "" or "~" or "null" or "Null" or "NULL";

    public bool? AsBoolean => !IsPlain ? null : Value switch
    {
        "true" or "True" or "TRUE" => true,
        "false" or "False" or "FALSE" => false,
        _ => null,
    };

    public bool IsNumber => IsPlain && double.TryParse(Value, NumberStyles.Float, CultureInfo.InvariantCulture, out _);

    public override string Kind => IsNothing ? "nothing" : AsBoolean is not null ? "a boolean" : IsNumber ? "a number" : "a text";
}

/// <summary>A list of values.</summary>
internal sealed record DefinitionList(IReadOnlyList<DefinitionNode> Items, int Line, int Column) : DefinitionNode(Line, Column)
{
    public override string Kind => "a list";
}

/// <summary>Keys with values, in the order of the file; a key that is given twice stands here twice.</summary>
internal sealed record DefinitionMapping(IReadOnlyList<DefinitionEntry> Entries, int Line, int Column) : DefinitionNode(Line, Column)
{
    public override string Kind => "a mapping";
}
