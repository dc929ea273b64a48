using Engagement.Definitions.Segments;

namespace Engagement.Definitions.Journeys;

/// <summary>Reads the <c>where</c> of a journey: what must hold of the event.</summary>
internal sealed class EventConditionsReader(DefinitionReader reader)
{
    private readonly SegmentComparisonReader comparison = new(reader);

    public List<SegmentCondition> Read(DefinitionNode where, string keyPath)
    {
        if (reader.Fields(where, keyPath, "attributes", "metrics") is not { } fields)
        {
            return [];
        }

        List<SegmentCondition> conditions =
        [
            .. Named(fields, "attributes", SegmentSubject.Attribute), .. Named(fields, "metrics", SegmentSubject.Metric),
        ];
        if (fields.Mapping.Entries.Count == 0)
        {
            reader.Report(where, keyPath, "holds no condition; leave it out where any such event counts");
        }

        return conditions;
    }

    private List<SegmentCondition> Named(DefinitionFields where, string key, SegmentSubject subject)
    {
        var conditions = new List<SegmentCondition>();
        foreach (var entry in where.Value(key) is { } node ? reader.Entries(node, where.PathOf(key)) : [])
        {
            var path = DefinitionReader.Join(where.PathOf(key), entry.Name);
            if (comparison.Read(entry.Value, path, subject) is not { } compared)
            {
                continue;
            }

            if (compared.Operator is SegmentOperator.Before or SegmentOperator.After or SegmentOperator.Between or SegmentOperator.On)
            {
                reader.Report(entry.Value, path, "an event's attribute is a text; one of in, notIn, contains is expected");
            }

            conditions.Add(new() { Subject = subject, Name = entry.Name, Operator = compared.Operator, Values = compared.Values });
        }

        return conditions;
    }
}
