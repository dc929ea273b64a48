using System.Globalization;

namespace Engagement.Definitions;

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
