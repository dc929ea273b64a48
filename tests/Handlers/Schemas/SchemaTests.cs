using System.Text.Json.Nodes;
using Engagement.Definitions;
using Engagement.Definitions.Announcements;
using Engagement.Definitions.Journeys;
using Engagement.Definitions.Reminders;
using Engagement.Definitions.Segments;
using Engagement.Definitions.Topics;
using Handlers.Tests.Definitions;

namespace Handlers.Tests.Schemas;

public class SchemaTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "definitions");

    [Theory]
    [InlineData("events")]
    [InlineData("segments")]
    [InlineData("announcements")]
    [InlineData("reminders")]
    [InlineData("journeys")]
    [InlineData("topics")]
    public void Shipped_file_names_its_schema_and_satisfies_it(string name)
    {
        var lines = File.ReadAllLines(Path.Combine(Folder, $"{name}.yaml"));
        Assert.Equal($"# yaml-language-server: $schema=schemas/{name}.schema.json", lines[0]);
        Assert.Empty(Schema(name).Check(YamlAsJson.Parse(string.Join('\n', lines))));
    }

    private const string German =
        "title: t, stop: 's {topic}', stopped: s, choose: c, save: s, none: n, remaining: r, invalid: i, invalidHelp: h, unavailable: u,"
            + " unavailableHelp: h, topics: { a: d }";

    /// <summary>
    /// Each mapping of the formats: a file with an unknown key in the mapping, and where the schema describes the mapping.
    /// </summary>
    public static TheoryData<string, string, string> Mappings => new()
    {
        { "events", "zzzzzzzzzzzz: 1\nevents: {}\n", "" },
        { "events", "events: { a: { identity: signed, zzzzzzzzzzzz: 1 } }\n", "definitions/event" },
        { "events", "dates: { attributes: [a], zzzzzzzzzzzz: 1 }\nevents: {}\n", "definitions/dates" },
        { "reminders", "zzzzzzzzzzzz: 1\nreminders: {}\n", "" },
        { "reminders", "reminders: { a: { date: d, before: [P1D], template: t, zzzzzzzzzzzz: 1 } }\n", "definitions/reminder" },
        { "journeys", "zzzzzzzzzzzz: 1\njourneys: {}\n", "" },
        { "journeys", "limits: { messages: 1, per: P1D, zzzzzzzzzzzz: 1 }\njourneys: {}\n", "definitions/limits" },
        { "journeys", "journeys: { a: { event: e, again: never, steps: [{ send: t }], zzzzzzzzzzzz: 1 } }\n", "definitions/journey" },
        { "journeys", "journeys: { a: { event: e, again: never, where: { zzzzzzzzzzzz: 1 }, steps: [{ send: t }] } }\n", "definitions/where" },
        { "journeys", "journeys: { a: { event: e, again: never, steps: [{ send: t, zzzzzzzzzzzz: 1 }] } }\n", "definitions/step" },
        { "journeys", "journeys: { a: { event: e, again: never, steps: [{ if: { did: e, zzzzzzzzzzzz: 1 }, then: [{ send: t }] }] } }\n", "definitions/condition" },
        { "journeys", "journeys: { a: { event: e, again: never, steps: [{ split: [{ share: 50, steps: [{ send: t }], zzzzzzzzzzzz: 1 }, { share: 50, steps: [] }] }] } }\n", "definitions/share" },
        { "topics", "zzzzzzzzzzzz: 1\ntopics: {}\n", "" },
        { "topics", "topics: { a: { description: d, kind: marketing, zzzzzzzzzzzz: 1 } }\n", "definitions/topic" },
        { "topics", $"topics: {{ a: {{ description: d, kind: marketing }} }}\nlanguages: {{ de: {{ {German}, zzzzzzzzzzzz: 1 }} }}\n", "definitions/language" },
        { "segments", "zzzzzzzzzzzz: 1\nsegments: {}\n", "" },
        { "segments", "customers: { zzzzzzzzzzzz: 1 }\nsegments: {}\n", "definitions/customers" },
        { "segments", "segments: { a: { where: { channel: { in: [EMAIL] } }, zzzzzzzzzzzz: 1 } }\n", "definitions/segment" },
        { "segments", "segments: { a: { where: { zzzzzzzzzzzz: 1 } } }\n", "definitions/where" },
        { "segments", "segments: { a: { where: { attributes: { x: { zzzzzzzzzzzz: 1 } } } } }\n", "definitions/condition" },
        { "segments", "segments: { a: { where: { metrics: { x: { zzzzzzzzzzzz: 1 } } } } }\n", "definitions/metric" },
        { "segments", "segments: { a: { where: { platform: { zzzzzzzzzzzz: 1 } } } }\n", "definitions/set" },
        { "segments", "segments: { a: { where: { country: { zzzzzzzzzzzz: 1 } } } }\n", "definitions/where/properties/country" },
        { "segments", "segments: { a: { where: { channel: { zzzzzzzzzzzz: 1 } } } }\n", "definitions/where/properties/channel" },
        { "announcements", "zzzzzzzzzzzz: 1\nannouncements: {}\n", "" },
        { "announcements", "announcements: { a: { via: journey, zzzzzzzzzzzz: 1, campaigns: [{ name: a, segment: s, template: t }] } }\n", "definitions/announcement" },
        { "announcements", "announcements: { a: { via: journey, campaigns: [{ name: a, segment: s, template: t, zzzzzzzzzzzz: 1 }] } }\n", "definitions/campaign" },
    };

    [Theory]
    [MemberData(nameof(Mappings))]
    public void Schema_and_reader_know_the_same_keys(string name, string text, string place)
    {
        var known = Assert.Single(ErrorsOf(name, text)).Split("known are ")[1].Split(", ");
        var mapping = place.Split('/', StringSplitOptions.RemoveEmptyEntries)
            .Aggregate((JsonNode)Schema(name).Root, (node, part) => node[part]!);
        Assert.Equal(known.Order(), mapping["properties"]!.AsObject().Select(property => property.Key).Order());
        Assert.False(mapping["additionalProperties"]!.GetValue<bool>());
    }

    [Theory]
    [InlineData("events", "events: { a: { identity: anon } }")]
    [InlineData("events", "events: { a: {} }")]
    [InlineData("events", "dates: {}\nevents: {}")]
    [InlineData("events", "dates: { attributes: [a], hour: 24 }\nevents: {}")]
    [InlineData("reminders", "reminders: { a: { before: [P1D], template: t } }")]
    [InlineData("reminders", "reminders: { a: { date: d, before: [], template: t } }")]
    [InlineData("reminders", "reminders: { a: { date: d, before: [P1M], template: t } }")]
    [InlineData("reminders", "reminders: { a: { date: d, before: [P1D, P1D], template: t } }")]
    [InlineData("reminders", "reminders: { a: { date: d, before: [P1D], template: t, skipIf: { x: [] } } }")]
    [InlineData("reminders", "reminders: { a: { date: d, before: [P1D], template: t, between: 9-20 } }")]
    [InlineData("events", "acceptUnknownEvents: 'yes'\nevents: {}")]
    [InlineData("journeys", "between: 9-20\njourneys: {}")]
    [InlineData("journeys", "limits: { messages: 0, per: P1D }\njourneys: {}")]
    [InlineData("journeys", "journeys: { a b: { event: e, again: never, steps: [{ send: t }] } }")]
    [InlineData("journeys", "journeys: { a: { event: e, steps: [{ send: t }] } }")]
    [InlineData("journeys", "journeys: { a: { event: e, again: sometimes, steps: [{ send: t }] } }")]
    [InlineData("journeys", "journeys: { a: { event: e, again: never, steps: [] } }")]
    [InlineData("journeys", "journeys: { a: { event: e, again: never, essential: true, steps: [{ send: t }] } }")]
    [InlineData("journeys", "journeys: { a: { event: e, again: never, inside: again, steps: [{ send: t }] } }")]
    [InlineData("journeys", "journeys: { a: { event: e, again: never, until: [], steps: [{ send: t }] } }")]
    [InlineData("journeys", "journeys: { a: { event: e, again: never, between: 9-20, steps: [{ send: t }] } }")]
    [InlineData("journeys", "journeys: { a: { event: e, again: never, where: {}, steps: [{ send: t }] } }")]
    [InlineData("journeys", "journeys: { a: { event: e, again: never, where: { attributes: { x: { on: 2026-12-24 } } }, steps: [{ send: t }] } }")]
    [InlineData("journeys", "journeys: { a: { event: e, again: never, steps: [{ send: t, wait: P1D }] } }")]
    [InlineData("journeys", "journeys: { a: { event: e, again: never, steps: [{ wait: P3 }, { send: t }] } }")]
    [InlineData("journeys", "journeys: { a: { event: e, again: never, steps: [{ if: { did: e } }] } }")]
    [InlineData("journeys", "journeys: { a: { event: e, again: never, steps: [{ if: { did: e, segment: s }, then: [{ send: t }] }] } }")]
    [InlineData("journeys", "journeys: { a: { event: e, again: never, steps: [{ split: [{ share: 100, steps: [{ send: t }] }] }] } }")]
    [InlineData("journeys", "journeys: { a: { event: e, again: never, steps: [{ split: [{ share: 0, steps: [{ send: t }] }, { share: 100, steps: [] }] }] } }")]
    [InlineData("events", "events: { _a: { identity: signed } }")]
    [InlineData("events", "events: { Company.a: { identity: signed } }")]
    [InlineData("events", "events: { 'a/b': { identity: signed } }")]
    [InlineData("events", "events: { a: { identity: signed, metrics: [x, x] } }")]
    [InlineData("events", "events: { 'a{{b': { identity: signed } }")]
    [InlineData("events", "consent: [analytics]\nevents: {}")]
    [InlineData("events", "events: { a: { identity: signed, consent: ad_storage } }")]
    [InlineData("topics", "link: Out")]
    [InlineData("topics", "topics: { a: { kind: marketing } }")]
    [InlineData("topics", "topics: { a: { description: '', kind: marketing } }")]
    [InlineData("topics", "topics: { a: { description: d, kind: service } }")]
    [InlineData("topics", "topics: { a b: { description: d, kind: marketing } }")]
    [InlineData("topics", $"topics: {{ a: {{ description: d, kind: marketing }} }}\nlanguages: {{ german: {{ {German} }} }}")]
    [InlineData("topics", "topics: { a: { description: d, kind: marketing } }\nlanguages: { de: { title: t } }")]
    [InlineData("segments", "customers: {}")]
    [InlineData("segments", "segments: { a b: { where: { channel: { in: [EMAIL] } } } }")]
    [InlineData("segments", "segments: { a: { where: {} } }")]
    [InlineData("segments", "segments: { a: { where: { channel: { in: [] } } } }")]
    [InlineData("segments", "segments: { a: { where: { channel: { in: [email] } } } }")]
    [InlineData("segments", "segments: { a: { where: { country: { in: [Germany] } } } }")]
    [InlineData("segments", "segments: { a: { where: { attributes: { x: { in: [a], notIn: [b] } } } } }")]
    [InlineData("segments", "segments: { a: { where: { attributes: { x: { before: tomorrow } } } } }")]
    [InlineData("segments", "segments: { a: { where: { attributes: { x: { between: [2027-01-01T00:00:00Z] } } } } }")]
    [InlineData("segments", "segments: { a: { where: { metrics: { x: { equal: many } } } } }")]
    [InlineData("announcements", "announcements: { a: { campaigns: [{ name: a, segment: s, template: t }] } }")]
    [InlineData("announcements", "announcements: { a: { via: post, campaigns: [{ name: a, segment: s, template: t }] } }")]
    [InlineData("announcements", "announcements: { a: { via: journey, campaigns: [] } }")]
    [InlineData("announcements", "announcements: { a: { via: journey, at: now, campaigns: [{ name: a, segment: s, template: t }] } }")]
    [InlineData("announcements", "announcements: { a: { via: schedule, campaigns: [{ name: a, segment: s, template: t }] } }")]
    [InlineData("announcements", "announcements: { a: { via: schedule, at: soon, campaigns: [{ name: a, segment: s, template: t }] } }")]
    [InlineData("announcements", "announcements: { a: { via: journey, campaigns: [{ name: a b, segment: s, template: t }] } }")]
    [InlineData("announcements", "announcements: { a: { via: journey, campaigns: [{ name: a, template: t }] } }")]
    [InlineData("announcements", "announcements: { a: { via: journey, campaigns: [{ name: a, segment: s, template: t, after: P1M }] } }")]
    [InlineData("announcements", "announcements: { a: { via: journey, campaigns: [{ name: a, segment: s, template: t, when: { x: [] } }] } }")]
    public void What_the_schema_underlines_the_reader_refuses(string name, string text)
    {
        Assert.NotEmpty(Schema(name).Check(YamlAsJson.Parse(text)));
        Assert.NotEmpty(ErrorsOf(name, text));
    }

    [Theory]
    [InlineData("events", "consent: []\nevents: { a: { identity: signed, consent: [ad_storage, security_storage] }, 'b}{': { identity: anonymous } }")]
    [InlineData("segments", "segments: { a: { where: { userAttributes: { a: { notIn: [7, true] }, b: { on: 2026-12-24 }, c: { between: [2027-01-01T00:00Z, 2027-02-01T00:00:00+01:00] } }, metrics: { m: { atMost: 1.5 } }, appVersion: { notIn: ['1'] } } } }")]
    [InlineData("announcements", "announcements: { a: { via: schedule, at: now, attributes: [x], values: { x: 7 }, campaigns: [{ name: a, segment: s, template: t, set: { y: '{{x}}', z: true }, when: { l: [en] } }] } }")]
    [InlineData("announcements", "announcements: { a: { via: stepFunctions, campaigns: [{ name: a, segment: s, template: t, after: PT36H }, { name: b, segment: s, template: t, after: P1W }] } }")]
    [InlineData("events", "dates: { attributes: [a], hour: 0, zone: America/Argentina/Buenos_Aires }\nevents: {}")]
    [InlineData("topics", "link: Keine E-Mails mehr\ntopics: { a: { description: d, kind: transactional }, announcements: { description: d, kind: marketing } }")]
    [InlineData("topics", $"topics: {{ a: {{ description: d, kind: marketing }} }}\nlanguages: {{ de: {{ {German} }} , pt-BR: {{ {German} }} }}")]
    [InlineData("announcements", "announcements: { a: { via: journey, topic: news, campaigns: [{ name: a, segment: s, template: t }] } }")]
    [InlineData("reminders", "reminders: { a: { date: d, before: [P1W, P1DT12H], template: t, topic: t, segment: s, skipIf: { x: [1, 'yes'] }, between: 00:00-24:00 } }")]
    [InlineData("journeys", "limits: { messages: 20, per: P30D }\nbetween: 09:00-24:00\njourneys: { a: { description: d, event: e, where: { attributes: { x: { in: [1] } }, metrics: { y: { atMost: 1.5 } } }, segment: s, again: P1D, inside: restart, until: [f], skipIf: { x: ['yes'] }, between: 09:00-24:00, topic: t, closed: true, steps: [{ send: a }, { wait: P1DT1H }, { if: { did: f }, then: [{ send: b }], else: [] }, { split: [{ share: 1, steps: [{ send: c }] }, { share: 99, steps: [] }] }] } }")]
    public void What_the_reader_takes_the_schema_does_not_underline(string name, string text)
    {
        Assert.Empty(ErrorsOf(name, text));
        Assert.Empty(Schema(name).Check(YamlAsJson.Parse(text)));
    }

    private static JsonSchema Schema(string name) => JsonSchema.Load(Path.Combine(Folder, "schemas", $"{name}.schema.json"));

    private static string[] ErrorsOf(string name, string text) => DefinitionErrors.Of(() =>
    {
        switch (name)
        {
            case "events": TrackingPlan.Parse(text, name); break;
            case "segments": SegmentCatalog.Parse(text, name); break;
            case "topics": TopicCatalog.Parse(text, name); break;
            case "journeys": JourneyCatalog.Parse(text, name); break;
            case "reminders": ReminderCatalog.Parse(text, name); break;
            default: AnnouncementCatalog.Parse(text, name); break;
        }
    });
}
