namespace Engagement.Definitions.Topics;

/// <summary>Reads which topic an announcement or a reminder is of.</summary>
internal sealed class TopicReader(DefinitionReader reader)
{
    private const string Key = "topic";

    private readonly List<NameUse> uses = [];

    /// <summary>The topics that are named.</summary>
    public IEnumerable<NameUse> Uses => uses;

    /// <returns>The topic's name; null where none is named.</returns>
    public string? Read(DefinitionFields definition)
    {
        if (definition.Value(Key) is not { } value || reader.Text(value, definition.PathOf(Key)) is not { } name)
        {
            return null;
        }

        uses.Add(new(NameKind.Topic, name.Value, name, definition.PathOf(Key)));
        return name.Value;
    }
}
