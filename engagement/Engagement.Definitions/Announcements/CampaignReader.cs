using Engagement.Times;

namespace Engagement.Definitions.Announcements;

/// <summary>Reads the campaigns of an announcement.</summary>
internal sealed class CampaignReader(DefinitionReader reader)
{
    private static readonly TimeSpan LongestAfter = TimeSpan.FromDays(365);

    private readonly List<NameUse> uses = [];
    private readonly CustomerRuleReader customer = new(reader);

    /// <summary>The names that the campaigns refer to.</summary>
    public IEnumerable<NameUse> Uses => uses.Concat(customer.Uses);

    /// <param name="announcement">The announcement.</param>
    /// <param name="attributes">What its events carry.</param>
    /// <param name="via">What turns the event into campaigns; null when that is not known.</param>
    /// <param name="startsNow">Whether it starts whenever the stack is deployed, at no instant that could be reckoned from.</param>
    public List<CampaignDefinition> Read(
        DefinitionFields announcement, IReadOnlyList<string> attributes, AnnouncementRoute? via, bool startsNow)
    {
        const string key = "campaigns";
        var campaigns = new List<CampaignDefinition>();
        var path = announcement.PathOf(key);
        if (reader.Required(announcement, key, "it lists who gets which message") is not { } node)
        {
            return campaigns;
        }

        if (node is not DefinitionList { Items.Count: > 0 } list)
        {
            reader.Report(
                node, path, node is DefinitionList
                    ? "is empty; at least one campaign is needed"
                    : $"a list of campaigns is expected, not {node.Kind}");
            return campaigns;
        }

        if (list.Items.Count > reader.Limits.ActiveCampaigns)
        {
            reader.Report(
                node,
                path,
                $"{list.Items.Count} campaigns; {reader.Limits.Platform} takes at most {reader.Limits.ActiveCampaigns} active ones an "
                    + "account");
        }

        if (via == AnnouncementRoute.StepFunctions && list.Items.Count > Limits.StateMachineCampaigns)
        {
            reader.Report(
                node,
                path,
                $"{list.Items.Count} campaigns; a state machine (via: stepFunctions) launches at most {Limits.StateMachineCampaigns}");
        }

        var longestAfter = via == AnnouncementRoute.StepFunctions ? Limits.StateMachineWait : LongestAfter;
        var names = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < list.Items.Count; i++)
        {
            if (reader.Fields(list.Items[i], $"{path}[{i}]", "name", "segment", "template", "when", "set", "after") is { } fields)
            {
                campaigns.Add(Campaign(fields, attributes, names) with { After = After(fields, startsNow, longestAfter) });
            }
        }

        return campaigns;
    }

    private CampaignDefinition Campaign(DefinitionFields fields, IReadOnlyList<string> attributes, Dictionary<string, int> names) => new()
    {
        Name = Name(fields, names),
        Segment = Reference(fields, "segment", NameKind.Segment, "a name of segments.yaml"),
        Template = Reference(fields, "template", NameKind.Template, "a folder of templates/"),
        When = customer.When(fields),
        Set = customer.Set(fields, attributes),
    };

    private string Name(DefinitionFields fields, Dictionary<string, int> names)
    {
        const string key = "name";
        if (reader.Required(fields, key, "it tells the announcement's campaigns apart") is not { } value
            || reader.Text(value, fields.PathOf(key)) is not { } name)
        {
            return "";
        }

        if (DefinitionNameRule.Objection(name.Value) is { } objection)
        {
            reader.Report(name, fields.PathOf(key), $"the name {objection}");
        }
        else if (!names.TryAdd(name.Value, name.Line))
        {
            reader.Report(name, fields.PathOf(key), $"'{name.Value}' is given twice; first on line {names[name.Value]}");
        }

        return name.Value;
    }

    private string Reference(DefinitionFields fields, string key, NameKind kind, string expected)
    {
        if (reader.Required(fields, key, expected) is not { } value || reader.Text(value, fields.PathOf(key)) is not { } name)
        {
            return "";
        }

        uses.Add(new(kind, name.Value, name, fields.PathOf(key)));
        return name.Value;
    }

    private TimeSpan? After(DefinitionFields fields, bool startsNow, TimeSpan longest)
    {
        const string key = "after";
        if (fields.Value(key) is not { } value || reader.Text(value, fields.PathOf(key)) is not { } text)
        {
            return null;
        }

        if (IsoDuration.Parse(text.Value) is not { } after)
        {
            reader.Report(
                value,
                fields.PathOf(key),
                $"'{text.Value}' is no duration; ISO 8601 with weeks, days, hours, minutes or seconds is expected, such as P2D or PT36H");
            return null;
        }

        if (after < Limits.ScheduleLead || after > longest)
        {
            reader.Report(
                value,
                fields.PathOf(key),
                $"'{text.Value}' is not between PT15M, how far ahead a platform wants to know, and "
                    + $"P{longest.Days}D{(longest == LongestAfter ? "" : ", as long as a state machine can wait")}; leave it out to "
                    + "start at once");
        }
        else if (startsNow)
        {
            reader.Report(
                value,
                fields.PathOf(key),
                "cannot be reckoned from 'at: now', which is another instant with each deployment; give an instant there");
        }

        return after;
    }
}
