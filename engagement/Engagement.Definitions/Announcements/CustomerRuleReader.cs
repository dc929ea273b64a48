namespace Engagement.Definitions.Announcements;

/// <summary>Reads what a campaign asks of and writes to each customer: its <c>when</c> and <c>set</c>.</summary>
internal sealed class CustomerRuleReader(DefinitionReader reader)
{
    private const string WhenKey = "when";

    private readonly List<NameUse> uses = [];

    /// <summary>The user attributes that a <c>when</c> looks at.</summary>
    public IEnumerable<NameUse> Uses => uses;

    public List<CampaignCondition> When(DefinitionFields campaign, string key = WhenKey)
    {
        var conditions = new List<CampaignCondition>();
        foreach (var entry in campaign.Value(key) is { } node ? reader.Entries(node, campaign.PathOf(key)) : [])
        {
            var path = DefinitionReader.Join(campaign.PathOf(key), entry.Name);
            uses.Add(new(NameKind.UserAttribute, entry.Name, entry.Key, path));
            if (entry.Value is DefinitionList { Items.Count: 0 })
            {
                reader.Report(
                    entry.Value,
                    path,
                    $"is empty{(key == WhenKey ? " and would let nobody through" : "")}; at least one value is needed");
            }

            conditions.Add(
                new() { Attribute = entry.Name, Values = [.. reader.Values(entry.Value, path).Select(value => value.Value.Value)] });
        }

        return conditions;
    }

    public List<AttributeAssignment> Set(DefinitionFields campaign, IReadOnlyList<string> attributes)
    {
        const string key = "set";
        var assignments = new List<AttributeAssignment>();
        foreach (var entry in campaign.Value(key) is { } node ? reader.Entries(node, campaign.PathOf(key)) : [])
        {
            var path = DefinitionReader.Join(campaign.PathOf(key), entry.Name);
            if (NameRule.Objection(entry.Name) is { } objection)
            {
                reader.Report(entry.Key, path, $"the name {objection}");
            }

            if (Value(entry.Value, path, attributes) is { } value)
            {
                assignments.Add(new() { Attribute = entry.Name, Value = value });
            }
        }

        return assignments;
    }

    private TextTemplate? Value(DefinitionNode node, string path, IReadOnlyList<string> attributes)
    {
        if (reader.Text(node, path) is not { } text)
        {
            return null;
        }

        if (!TextTemplate.TryParse(text.Value, out var template, out var objection))
        {
            reader.Report(text, path, objection);
            return null;
        }

        if (TextRule.Objection(text.Value) is { } unfit)
        {
            reader.Report(text, path, $"{unfit}; a user attribute is one line of text");
        }

        foreach (var unknown in template.Attributes.Where(name => !attributes.Contains(name, StringComparer.Ordinal)))
        {
            reader.Report(text, path, $"the announcement has no attribute '{unknown}'{NearestName.Hint(unknown, attributes)}");
        }

        if (template.LiteralLength > Limits.UserAttributeValueLength)
        {
            reader.Report(
                text,
                path,
                $"has {template.LiteralLength} characters beside its places; at most {Limits.UserAttributeValueLength} are possible in a "
                    + "user attribute");
        }

        return template;
    }
}
