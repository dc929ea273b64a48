namespace Engagement.Definitions.Segments;

/// <summary>Reads the <c>where</c> of a segment.</summary>
internal sealed class SegmentConditionsReader(DefinitionReader reader)
{
    private readonly List<NameUse> uses = [];
    private readonly SegmentComparisonReader comparison = new(reader);

    /// <summary>The names that conditions look at.</summary>
    public IEnumerable<NameUse> Uses => uses;

    public List<SegmentCondition> Read(DefinitionNode where, string keyPath)
    {
        var conditions = new List<SegmentCondition>();
        if (reader.Fields(
            where, keyPath, "userAttributes", "attributes", "metrics", "country", "channel", "platform", "make", "model",
            "appVersion") is not { } fields)
        {
            return conditions;
        }

        conditions.AddRange(Named(fields, "userAttributes", SegmentSubject.UserAttribute, NameKind.UserAttribute));
        conditions.AddRange(Named(fields, "attributes", SegmentSubject.Attribute, NameKind.EndpointAttribute));
        conditions.AddRange(Named(fields, "metrics", SegmentSubject.Metric, NameKind.EndpointMetric));
        conditions.AddRange(Plain(fields, "country", SegmentSubject.Country));
        conditions.AddRange(Plain(fields, "channel", SegmentSubject.Channel));
        conditions.AddRange(Plain(fields, "platform", SegmentSubject.Platform));
        conditions.AddRange(Plain(fields, "make", SegmentSubject.Make));
        conditions.AddRange(Plain(fields, "model", SegmentSubject.Model));
        conditions.AddRange(Plain(fields, "appVersion", SegmentSubject.AppVersion));
        RefuseNoneOrTooMany(where, keyPath);
        return conditions;
    }

    private List<SegmentCondition> Named(DefinitionFields where, string key, SegmentSubject subject, NameKind kind)
    {
        var conditions = new List<SegmentCondition>();
        foreach (var entry in where.Value(key) is { } node ? reader.Entries(node, where.PathOf(key)) : [])
        {
            var path = DefinitionReader.Join(where.PathOf(key), entry.Name);
            uses.Add(new(kind, entry.Name, entry.Key, path));
            if (comparison.Read(entry.Value, path, subject) is { } compared)
            {
                conditions.Add(new() { Subject = subject, Name = entry.Name, Operator = compared.Operator, Values = compared.Values });
            }
        }

        return conditions;
    }

    private SegmentCondition[] Plain(DefinitionFields where, string key, SegmentSubject subject) =>
        where.Value(key) is { } node && comparison.Read(node, where.PathOf(key), subject) is { } compared
            ? [new() { Subject = subject, Operator = compared.Operator, Values = compared.Values }]
            : [];

    // Counted in the file, not among what was understood: a condition with a mistake is still one.
    private void RefuseNoneOrTooMany(DefinitionNode where, string keyPath)
    {
        var count = ((DefinitionMapping)where).Entries.Sum(entry =>
            entry.Name is "userAttributes" or "attributes" or "metrics" ? (entry.Value as DefinitionMapping)?.Entries.Count ?? 1 : 1);
        if (count == 0)
        {
            reader.Report(
                where,
                keyPath,
                "holds no condition and would reach everyone; for everyone with an e-mail address write channel: { in: [EMAIL] }");
        }
        else if (count > reader.Limits.SegmentDimensions)
        {
            reader.Report(
                where, keyPath, $"{count} conditions; {reader.Limits.Platform} takes at most {reader.Limits.SegmentDimensions} a segment");
        }
    }
}
