namespace Engagement.Definitions.Journeys;

/// <summary>Reads what a journey refers to by name.</summary>
internal sealed class JourneyNamesReader(DefinitionReader reader)
{
    private readonly List<NameUse> uses = [];

    /// <summary>The names that were read.</summary>
    public IEnumerable<NameUse> Uses => uses;

    public string? Required(DefinitionFields fields, string key, NameKind kind, string expected) =>
        reader.Required(fields, key, expected) is null ? null : Optional(fields, key, kind);

    public string? Optional(DefinitionFields fields, string key, NameKind kind)
    {
        if (fields.Value(key) is not { } value || reader.Text(value, fields.PathOf(key)) is not { } name)
        {
            return null;
        }

        Use(kind, name, fields.PathOf(key));
        return name.Value;
    }

    public void Use(NameKind kind, DefinitionScalar name, string path) => uses.Add(new(kind, name.Value, name, path));
}
