namespace Engagement.Definitions;

/// <summary>A definition file cannot be used. The message has one line for each problem, in the order of the file.</summary>
public sealed class DefinitionException : Exception
{
    /// <param name="errors">Every problem found; at least one.</param>
    public DefinitionException(IReadOnlyList<DefinitionError> errors)
        : base(string.Join('\n', errors)) => Errors = errors;

    /// <summary>Every problem found, in the order of the file.</summary>
    public IReadOnlyList<DefinitionError> Errors { get; }
}
