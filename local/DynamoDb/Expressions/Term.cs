namespace Engagement.Local.DynamoDb.Expressions;

/// <summary>A part of a condition expression while it is read: a condition or a value.</summary>
/// <param name="Condition">Null where it is a value.</param>
/// <param name="Operand">Null where it is a condition.</param>
internal readonly record struct Term(ItemCondition? Condition, Operand? Operand)
{
    public Term(ItemCondition condition)
        : this(condition, null)
    {
    }

    public Term(Operand operand)
        : this(null, operand)
    {
    }

    /// <summary>Name of the function that it calls; null where it calls none.</summary>
    public string? Function { get; init; }

    public bool InParentheses { get; init; }
}
