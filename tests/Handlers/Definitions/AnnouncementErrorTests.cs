using Engagement.Definitions.Announcements;
using Engagement.Pinpoint.Quotas;

namespace Handlers.Tests.Definitions;

public class AnnouncementErrorTests
{
    private const string Campaigns = "campaigns: [{ name: a, segment: s, template: t }]";

    public static TheoryData<string, string, string[]> BrokenFiles => new()
    {
        { "empty file", "# none\n", ["announcements.yaml: the file is empty; it needs 'announcements'"] },
        { "no announcements", "announcement: {}\n", ["announcements.yaml:1:1: announcement: unknown key; did you mean 'announcements'?", "announcements.yaml:1:1: announcements: is missing; it lists what the whole company has to say"] },
        { "name with a point", Announcement($"via: journey, {Campaigns}").Replace("  x:", "  x.y:", StringComparison.Ordinal), ["announcements.yaml:2:3: announcements.x.y: the name holds something else than letters (a to z), digits, _ and -, or does not begin with a letter or digit"] },
        { "overlong name", Announcement($"via: journey, {Campaigns}").Replace("  x:", $"  {new string('x', 41)}:", StringComparison.Ordinal), [$"announcements.yaml:2:3: announcements.{new string('x', 41)}: the name has 41 characters; at most 40 are possible"] },
        { "via missing", Announcement(Campaigns), ["announcements.yaml:2:6: announcements.x.via: is missing; one of journey, stepFunctions, schedule"] },
        { "via misspelt", Announcement($"via: journy, {Campaigns}"), ["announcements.yaml:2:13: announcements.x.via: 'journy' is not one of journey, stepFunctions, schedule"] },
        { "via as list", Announcement($"via: [journey], {Campaigns}"), ["announcements.yaml:2:13: announcements.x.via: a text is expected, not a list"] },
        { "schedule without at", Announcement($"via: schedule, {Campaigns}"), ["announcements.yaml:2:6: announcements.x.at: is missing; 'via: schedule' needs it: now, or an instant with an offset, such as 2026-12-01T09:00:00Z"] },
        { "at without offset", Announcement($"via: schedule, at: 2026-12-01T09:00:00, {Campaigns}"), ["announcements.yaml:2:27: announcements.x.at: '2026-12-01T09:00:00' is neither now nor an instant with an offset, such as 2026-12-01T09:00:00Z"] },
        { "at as a date", Announcement($"via: schedule, at: 2026-12-01, {Campaigns}"), ["announcements.yaml:2:27: announcements.x.at: '2026-12-01' is neither now nor an instant with an offset, such as 2026-12-01T09:00:00Z"] },
        { "at of a journey", Announcement($"via: journey, at: now, {Campaigns}"), ["announcements.yaml:2:22: announcements.x.at: only 'via: schedule' has it; elsewhere the event says"] },
        { "values of a journey", Announcement($"via: journey, values: {{}}, {Campaigns}"), ["announcements.yaml:2:22: announcements.x.values: only 'via: schedule' has it; elsewhere the event says"] },
        { "value missing", Announcement($"via: schedule, at: now, attributes: [day], {Campaigns}"), ["announcements.yaml:2:6: announcements.x.values.day: is missing; no event carries the attributes of 'via: schedule', so each needs a value here"] },
        { "value of no attribute", Announcement($"via: schedule, at: now, attributes: [day], values: {{ day: 1, dai: 2 }}, {Campaigns}"), ["announcements.yaml:2:69: announcements.x.values.dai: is none of the announcement's attributes; did you mean 'day'?"] },
        { "value too long", Announcement($"via: schedule, at: now, attributes: [day], values: {{ day: {new string('x', 101)} }}, {Campaigns}"), ["announcements.yaml:2:66: announcements.x.values.day: has 101 characters; at most 100 are possible in an endpoint's attribute"] },
        { "empty value", Announcement($"via: schedule, at: now, attributes: [day], values: {{ day: '' }}, {Campaigns}"), ["announcements.yaml:2:66: announcements.x.values.day: is empty"] },
        { "attribute with a point", Announcement($"via: journey, attributes: [a.b], {Campaigns}"), ["announcements.yaml:2:35: announcements.x.attributes[0]: the name holds something else than letters (a to z), digits, _ and -, or does not begin with a letter or digit"] },
        { "attribute of the event's id", Announcement($"via: journey, attributes: [company_event_id], {Campaigns}"), ["announcements.yaml:2:35: announcements.x.attributes[0]: the name is taken: the event's id has it"] },
        { "campaigns missing", Announcement("via: journey"), ["announcements.yaml:2:6: announcements.x.campaigns: is missing; it lists who gets which message"] },
        { "no campaigns", Announcement("via: journey, campaigns: []"), ["announcements.yaml:2:33: announcements.x.campaigns: is empty; at least one campaign is needed"] },
        { "campaigns as mapping", Announcement("via: journey, campaigns: { a: {} }"), ["announcements.yaml:2:33: announcements.x.campaigns: a list of campaigns is expected, not a mapping"] },
        { "campaign without anything", Announcement("via: journey, campaigns: [{}]"), ["announcements.yaml:2:34: announcements.x.campaigns[0].name: is missing; it tells the announcement's campaigns apart", "announcements.yaml:2:34: announcements.x.campaigns[0].segment: is missing; a name of segments.yaml", "announcements.yaml:2:34: announcements.x.campaigns[0].template: is missing; a folder of templates/"] },
        { "misspelt key of a campaign", Campaign("segmnet: s"), ["announcements.yaml:5:8: announcements.x.campaigns[0].segmnet: unknown key; did you mean 'segment'?"] },
        { "campaign's name twice", "announcements:\n  x:\n    via: journey\n    campaigns:\n      - { name: a, segment: s, template: t }\n      - { name: a, segment: s, template: t }\n", ["announcements.yaml:6:17: announcements.x.campaigns[1].name: 'a' is given twice; first on line 5"] },
        { "campaign's name with a space", Campaign("name: a b").Replace("name: a,", "", StringComparison.Ordinal), ["announcements.yaml:5:14: announcements.x.campaigns[0].name: the name holds something else than letters (a to z), digits, _ and -, or does not begin with a letter or digit"] },
        { "when as text", Campaign("when: english"), ["announcements.yaml:5:14: announcements.x.campaigns[0].when: a mapping is expected, not a text"] },
        { "when without list", Campaign("when: { language: en }"), ["announcements.yaml:5:26: announcements.x.campaigns[0].when.language: a list of values is expected, not a text"] },
        { "when nobody", Campaign("when: { language: [] }"), ["announcements.yaml:5:26: announcements.x.campaigns[0].when.language: is empty and would let nobody through; at least one value is needed"] },
        { "set to a list", Campaign("set: { a: [x] }"), ["announcements.yaml:5:18: announcements.x.campaigns[0].set.a: a text is expected, not a list"] },
        { "set an unfit name", Campaign("set: { 'a?': x }"), ["announcements.yaml:5:15: announcements.x.campaigns[0].set.a?: the name holds a character that cannot be shown: one of # : ? \\ / or a control character"] },
        { "set to an unknown attribute", Campaign("set: { a: '{{verison}}' }"), ["announcements.yaml:5:18: announcements.x.campaigns[0].set.a: the announcement has no attribute 'verison'; did you mean 'version'?"] },
        { "set to an open place", Campaign("set: { a: '{{version' }"), ["announcements.yaml:5:18: announcements.x.campaigns[0].set.a: '{{' is not closed by '}}'"] },
        { "set to a helper", Campaign("set: { a: '{{upper version}}' }"), ["announcements.yaml:5:18: announcements.x.campaigns[0].set.a: '{{upper version}}' is no place for an attribute; only its name may stand there"] },
        { "set with three braces", Campaign("set: { a: '{{{version}}}' }"), ["announcements.yaml:5:18: announcements.x.campaigns[0].set.a: '{{{version}}' is no place for an attribute; only its name may stand there"] },
        { "set to too much", Campaign($"set: {{ a: '{new string('x', 101)}' }}"), ["announcements.yaml:5:18: announcements.x.campaigns[0].set.a: has 101 characters beside its places; at most 100 are possible in a user attribute"] },
        { "after in words", Campaign("after: 2 days"), ["announcements.yaml:5:15: announcements.x.campaigns[0].after: '2 days' is no duration; ISO 8601 with weeks, days, hours, minutes or seconds is expected, such as P2D or PT36H"] },
        { "after in months", Campaign("after: P1M"), ["announcements.yaml:5:15: announcements.x.campaigns[0].after: 'P1M' is no duration; ISO 8601 with weeks, days, hours, minutes or seconds is expected, such as P2D or PT36H"] },
        { "after too soon", Campaign("after: PT14M"), ["announcements.yaml:5:15: announcements.x.campaigns[0].after: 'PT14M' is not between PT15M, how far ahead a platform wants to know, and P365D; leave it out to start at once"] },
        { "after too late", Campaign("after: P366D"), ["announcements.yaml:5:15: announcements.x.campaigns[0].after: 'P366D' is not between PT15M, how far ahead a platform wants to know, and P365D; leave it out to start at once"] },
        { "after longer than an execution", Campaign("after: P361D").Replace("via: journey", "via: stepFunctions", StringComparison.Ordinal), ["announcements.yaml:5:15: announcements.x.campaigns[0].after: 'P361D' is not between PT15M, how far ahead a platform wants to know, and P360D, as long as a state machine can wait; leave it out to start at once"] },
        { "more campaigns than a state machine launches", Announcement($"via: stepFunctions, campaigns: [{string.Join(", ", Enumerable.Range(0, 41).Select(i => $"{{ name: c{i}, segment: s, template: t }}"))}]"), ["announcements.yaml:2:39: announcements.x.campaigns: 41 campaigns; a state machine (via: stepFunctions) launches at most 40"] },
        { "after now", Campaign("after: P1D").Replace("via: journey", "via: schedule\n    at: now", StringComparison.Ordinal).Replace("    attributes: [version]\n", "", StringComparison.Ordinal), ["announcements.yaml:6:15: announcements.x.campaigns[0].after: cannot be reckoned from 'at: now', which is another instant with each deployment; give an instant there"] },
    };

    [Theory]
    [MemberData(nameof(BrokenFiles))]
    public void Problem_is_named_with_file_line_column_and_key(string what, string text, string[] errors)
    {
        Assert.NotEmpty(what);
        Assert.Equal(errors, ErrorsOf(text));
    }

    [Fact]
    public void Thirty_nine_attributes_are_taken_and_one_more_is_not()
    {
        Assert.Empty(ErrorsOf(Announcement($"via: journey, attributes: [{Names(39)}], {Campaigns}")));
        Assert.Equal(
            ["announcements.yaml:2:34: announcements.x.attributes: 40 attributes; at most 40 an event are possible, and one is the event's id"],
            ErrorsOf(Announcement($"via: journey, attributes: [{Names(40)}], {Campaigns}")));

        static string Names(int count) => string.Join(", ", Enumerable.Range(0, count).Select(i => $"n{i}"));
    }

    [Fact]
    public void Twenty_journeys_are_taken_and_one_more_is_not()
    {
        Assert.Empty(ErrorsOf(Catalog(20)));
        Assert.Equal(["announcements.yaml:2:3: announcements: 21 announcements with 'via: journey'; Pinpoint takes at most 20 an account"], ErrorsOf(Catalog(21)));

        static string Catalog(int count) => "announcements:\n"
            + string.Concat(Enumerable.Range(0, count).Select(i => $"  a{i}: {{ via: journey, {Campaigns} }}\n"));
    }

    [Fact]
    public void Two_hundred_campaigns_are_taken_and_one_more_is_not()
    {
        Assert.Empty(ErrorsOf(Catalog(200)));
        Assert.Equal(["announcements.yaml:5:7: announcements.x.campaigns: 201 campaigns; Pinpoint takes at most 200 active ones an account"], ErrorsOf(Catalog(201)));

        static string Catalog(int count) =>
            "announcements:\n  x:\n    via: journey\n    campaigns:\n" + string.Concat(Enumerable.Range(0, count).Select(i => $"      - {{ name: a{i}, segment: s, template: t }}\n"));
    }

    // The keys under test stand on line 5, from column 8.
    private static string Campaign(string keys) => $"announcements:\n  x:\n    via: journey\n    campaigns: [{{\n       {keys}, name: a, segment: s, template: t }}]\n    attributes: [version]\n";

    private static string Announcement(string keys) => $"announcements:\n  x: {{ {keys} }}\n";

    private static string[] ErrorsOf(string text) =>
        DefinitionErrors.Of(() => AnnouncementCatalog.Parse(text, "announcements.yaml", PinpointLimits.Definitions));
}
