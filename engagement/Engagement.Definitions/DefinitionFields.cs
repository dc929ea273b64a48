namespace Engagement.Definitions;

/// <summary>A mapping whose keys are known beforehand, read through a <see cref="DefinitionReader"/>.</summary>
internal sealed record DefinitionFields(DefinitionMapping Mapping, string KeyPath, IReadOnlyDictionary<string, DefinitionEntry> Known)
{
    public DefinitionNode? Value(string key) => Known.TryGetValue(key, out var entry) ? entry.Value : null;

    public string PathOf(string key) => DefinitionReader.Join(KeyPath, key);
}
