namespace Engagement.Definitions;

/// <summary>Keys with values, in the order of the file; a key that is given twice stands here twice.</summary>
internal sealed record DefinitionMapping(IReadOnlyList<DefinitionEntry> Entries, int Line, int Column) : DefinitionNode(Line, Column)
{
    public override string Kind => "a mapping";
}
