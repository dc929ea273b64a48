namespace Engagement.Definitions;

/// <summary>A list of values.</summary>
internal sealed record DefinitionList(IReadOnlyList<DefinitionNode> Items, int Line, int Column) : DefinitionNode(Line, Column)
{
    public override string Kind => "a list";
}
