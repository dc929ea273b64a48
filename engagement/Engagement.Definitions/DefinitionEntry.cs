namespace Engagement.Definitions;

/// <summary>One key of a mapping, and its value.</summary>
internal sealed record DefinitionEntry(DefinitionScalar Key, DefinitionNode Value)
{
    public string Name => Key.Value;
}
