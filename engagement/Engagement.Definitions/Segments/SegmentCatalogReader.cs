namespace Engagement.Definitions.Segments;

/// <summary>Reads <c>segments.yaml</c>; the format is documented at <see cref="SegmentCatalog"/>.</summary>
internal sealed class SegmentCatalogReader(DefinitionReader reader)
{
    private readonly SegmentConditionsReader conditions = new(reader);

    /// <summary>The names that conditions look at.</summary>
    public IEnumerable<NameUse> Uses => conditions.Uses;

    /// <returns>The catalog, to be used only when the reader reports no error; null when there is no telling what it would be.</returns>
    public SegmentCatalog? Read(string text) =>
        reader.Root(text, "'segments'") is { } root && reader.Fields(root, "", "customers", "segments") is { } fields
            ? new() { Customers = Customers(fields), Segments = Segments(fields) }
            : null;

    private CustomerAttributes Customers(DefinitionFields file) =>
        file.Value("customers") is { } node && reader.Fields(node, "customers", "userAttributes", "attributes", "metrics") is { } fields
            ? new()
            {
                UserAttributes = Names(fields, "userAttributes"),
                Attributes = Names(fields, "attributes"),
                Metrics = Names(fields, "metrics"),
            }
            : new();

    private List<string> Names(DefinitionFields fields, string key)
    {
        var names = new List<string>();
        foreach (var (name, path) in reader.Names(fields, key))
        {
            if (NameRule.Objection(name.Value) is { } objection)
            {
                reader.Report(name, path, $"the name {objection}");
            }

            names.Add(name.Value);
        }

        return names;
    }

    private List<SegmentDefinition> Segments(DefinitionFields file)
    {
        var segments = new List<SegmentDefinition>();
        if (reader.Required(file, "segments", "it lists the groups of customers that messages go to") is not { } node)
        {
            return segments;
        }

        foreach (var entry in reader.Entries(node, "segments"))
        {
            if (Segment(entry) is { } segment)
            {
                segments.Add(segment);
            }
        }

        return segments;
    }

    private SegmentDefinition? Segment(DefinitionEntry entry)
    {
        var path = DefinitionReader.Join("segments", entry.Name);
        if (DefinitionNameRule.Objection(entry.Name) is { } objection)
        {
            reader.Report(entry.Key, path, $"the name {objection}");
        }

        if (reader.Fields(entry.Value, path, "description", "where") is not { } fields)
        {
            return null;
        }

        return new()
        {
            Name = entry.Name,
            Description = reader.Text(fields, "description"),
            Conditions = reader.Required(fields, "where", "it says who belongs to the segment") is { } where
                ? conditions.Read(where, fields.PathOf("where"))
                : [],
        };
    }
}
