namespace Engagement.Local.DynamoDb.Expressions;

/// <summary>What may be wrong with an expression that can be read.</summary>
internal enum Problem
{
    Parentheses,
    FunctionName,
    FunctionUse,
    ReservedWord,
    Section,
    Placeholder,
    NamePlaceholder,
    ValuePlaceholder,
    Overlap,
    Conflict,
    OperandCount,
    SameOperand,
    SectionOperand,
    OperandType,
}

/// <summary>
/// What is wrong with an expression: of each kind the first. AWS reads to the end, and then tells the one whose kind comes first.
/// </summary>
internal sealed class Problems
{
    /// <summary>The kinds in the order of condition, filter, key condition and projection expressions.</summary>
    public static readonly Problem[] OfConditions =
    [
        Problem.Parentheses, Problem.FunctionName, Problem.FunctionUse, Problem.ReservedWord, Problem.Placeholder, Problem.Overlap,
        Problem.Conflict,
        Problem.OperandCount, Problem.SameOperand, Problem.OperandType,
    ];

    /// <summary>The kinds in the order of update expressions.</summary>
    public static readonly Problem[] OfUpdates =
    [
        Problem.ReservedWord, Problem.FunctionName, Problem.FunctionUse, Problem.Section, Problem.NamePlaceholder, Problem.ValuePlaceholder,
        Problem.Overlap,
        Problem.Conflict, Problem.SectionOperand, Problem.OperandCount, Problem.OperandType,
    ];

    private static readonly Problem[] OfOneCondition = [
        Problem.Placeholder, Problem.OperandCount, Problem.SameOperand, Problem.OperandType
    ];

    private readonly Problem[] order;
    private readonly Dictionary<Problem, string> found = [];
    private string? condition;

    /// <param name="order">The kinds in order.</param>
    public Problems(Problem[] order) => this.order = order;

    /// <summary>Something is wrong. Only update expressions tell names from values.</summary>
    public void Note(Problem problem, string text) =>
        found.TryAdd(
            problem is Problem.NamePlaceholder or Problem.ValuePlaceholder && !order.Contains(problem) ? Problem.Placeholder : problem,
            text);

    /// <summary>
    /// A comparison or function ends here: what is wrong with its operands comes before what is wrong with those of later ones.
    /// </summary>
    public void EndCondition() => condition ??= First(OfOneCondition);

    /// <summary>The text to tell, or null where nothing is wrong.</summary>
    public string? First() => First([.. order.Except(OfOneCondition.Where(_ => condition is not null))]) ?? condition;

    private string? First(IEnumerable<Problem> kinds) =>
        kinds.Select(kind => found.GetValueOrDefault(kind)).FirstOrDefault(text => text is not null);
}
