namespace Engagement.Definitions;

/// <summary>A piece of a definition file that remembers where it stands. Line and column count from 1.</summary>
internal abstract record DefinitionNode(int Line, int Column)
{
    /// <summary>What it is, in words for an error message.</summary>
    public abstract string Kind { get; }
}
