using Engagement.Definitions;
using Engagement.Definitions.Journeys;
using Engagement.Pinpoint.Quotas;
using Engagement.Ses;

namespace Handlers.Tests.Definitions;

/// <summary>What a marketer reads of a mistake in <c>journeys.yaml</c>.</summary>
public sealed class JourneyErrorTests : IDisposable
{
    private const string Events = """
        events:
          purchase_success: { identity: anonymous, attributes: [currency], metrics: [value] }
          newsletter_signup: { identity: anonymous }
          started: { identity: signed }
          cancelled: { identity: signed }

        """;

    private readonly DefinitionFolder folder = new DefinitionFolder()
        .With("events.yaml", Events)
        .With("topics.yaml", "topics:\n  orders: { description: Orders, kind: transactional }\n")
        .With("journeys.yaml", "journeys:\n  welcome: { event: newsletter_signup, again: never, steps: [{ send: tips }] }\n")
        .With("templates/tips/subject.txt", "Tips\n")
        .With("templates/tips/email.html", "<p>Tips</p>\n")
        .With("templates/tips/email.txt", "Tips\n");

    public static TheoryData<string, string> BrokenFiles => new()
    {
        { "", "journeys.yaml: the file is empty; it needs 'journeys'" },
        { "journeys: []", "journeys.yaml:1:11: journeys: a mapping is expected, not a list" },
        { "limits: { messages: 21, per: P1D }\njourneys: {}", "journeys.yaml:1:21: limits.messages: a whole number from 1 to 20 is expected" },
        { "limits: { messages: 2, per: PT30M }\njourneys: {}", "journeys.yaml:1:29: limits.per: 'PT30M' is not a number of whole minutes from PT1H to P30D" },
        { "between: 9-20\njourneys: {}", "journeys.yaml:1:10: between: '9-20' is not like 09:00-20:00; the day ends at 24:00" },
        { "between: 09:00-10:00\njourneys: {}", "journeys.yaml:1:10: between: '09:00-10:00' does not allow 2 hours of one day: messages that waited are spread over the first half hour, and clocks may be set forward in it" },
        { "betwen: 09:00-10:00\njourneys: {}", "journeys.yaml:1:1: betwen: unknown key; did you mean 'between'?" },
        { "limits: { messages: 2 }\njourneys: {}", "journeys.yaml:1:9: limits.per: is missing; it says within what time, such as P1D" },
    };

    public static TheoryData<string, string> BrokenJourneys => new()
    {
        { "again: never, steps: [{ send: a }]", "2:6: journeys.x.event: is missing; an event of events.yaml" },
        { "event: e, steps: [{ send: a }]", "2:6: journeys.x.again: is missing; it is never, always, or the least time between two entries, such as P30D" },
        { "event: e, again: never", "2:6: journeys.x.steps: is missing; they are what the journey does" },
        { "event: e, again: P1M, steps: [{ send: a }]", "2:25: journeys.x.again: 'P1M' is not never, always or a duration such as PT4H or P3D" },
        { "event: e, again: PT30M, steps: [{ send: a }]", "2:25: journeys.x.again: 'PT30M' is not a number of whole minutes from PT1H to P365D" },
        { "event: e, again: never, until: [e], steps: [{ send: a }]", "2:40: journeys.x.until[0]: is the event that starts it" },
        { "event: e, again: never, until: [], steps: [{ send: a }]", "2:39: journeys.x.until: 0 events; 1 to 5 are possible" },
        { "event: e, again: never, until: [a, b, c, d, f, g], steps: [{ send: a }]", "2:39: journeys.x.until: 6 events; 1 to 5 are possible" },
        { "event: e, again: never, inside: again, steps: [{ send: a }]", "2:40: journeys.x.inside: 'again' is not one of ignore, restart" },
        { "event: e, again: never, essential: true, steps: [{ send: a }]", "2:43: journeys.x.essential: is no key: a journey is essential when its topic is transactional in topics.yaml, such as 'topic: service'" },
        { "event: e, again: never, between: 09:00-10:00, steps: [{ send: a }]", "2:41: journeys.x.between: '09:00-10:00' does not allow 2 hours of one day: messages that waited are spread over the first half hour, and clocks may be set forward in it" },
        { "event: e, again: never, where: {}, steps: [{ send: a }]", "2:39: journeys.x.where: holds no condition; leave it out where any such event counts" },
        { "event: e, again: never, where: { attributes: { a: { on: 2026-12-24 } } }, steps: [{ send: a }]", "2:58: journeys.x.where.attributes.a: an event's attribute is a text; one of in, notIn, contains is expected" },
        { "event: e, again: never, steps: []", "2:39: journeys.x.steps: 0 steps, those inside others counted; 1 to 20 are possible" },
        { "event: e, again: never, steps: [{ send: a, wait: P3D }]", "2:40: journeys.x.steps[0]: has send and wait; a step is one of send, wait, if, split" },
        { "event: e, again: never, steps: [{ then: [] }]", "2:40: journeys.x.steps[0]: has none; a step is one of send, wait, if, split" },
        { "event: e, again: never, steps: [{ wait: P3 }, { send: a }]", "2:48: journeys.x.steps[0].wait: 'P3' is not a duration such as PT4H or P3D" },
        { "event: e, again: never, steps: [{ wait: PT30S }, { send: a }]", "2:48: journeys.x.steps[0].wait: 'PT30S' is not a number of whole minutes from PT1M to P90D" },
        { "event: e, again: never, steps: [{ send: a }, { send: a }]", "2:61: journeys.x.steps[1].send: 'a' was sent before on this way; a customer gets a template once an entry" },
        { "event: e, again: never, steps: [{ send: a }, { wait: P3D }]", "2:53: journeys.x.steps[1]: nothing follows this wait" },
        { "event: e, again: never, steps: [{ split: [{ share: 50, steps: [{ wait: P3D }] }, { share: 50, steps: [] }] }]", "2:71: journeys.x.steps[0].split[0].steps[0]: nothing follows this wait" },
        { "event: e, again: never, steps: [{ split: [{ share: 45, steps: [{ send: a }] }, { share: 50, steps: [] }] }]", "2:49: journeys.x.steps[0].split: shares make 95, not 100" },
        { "event: e, again: never, steps: [{ split: [{ share: 0, steps: [{ send: a }] }, { share: 50, steps: [] }] }]", "2:59: journeys.x.steps[0].split[0].share: a whole number from 1 to 99 is expected" },
        { "event: e, again: never, steps: [{ split: [{ share: 99, steps: [{ send: a }] }] }]", "2:49: journeys.x.steps[0].split: a list of 2 to 5 of { share: .., steps: [..] } is expected" },
        { "event: e, again: never, steps: [{ if: { did: b, segment: c }, then: [{ send: a }] }]", "2:46: journeys.x.steps[0].if: exactly one of did, segment is expected" },
        { "event: e, again: never, steps: [{ if: { did: b } }]", "2:40: journeys.x.steps[0].then: is missing; it lists the steps where the condition holds" },
        { "event: e, again: never, steps: [{ if: { did: b }, then: [] }]", "2:39: journeys.x.steps: sends no message" },
        { "event: e, again: never, steps: [{ send: a, else: [] }]", "2:57: journeys.x.steps[0].else: belongs to an if" },
        { "event: e, again: never, steps: [{ if: { did: b }, then: [{ send: a }] }, { send: a }]", "2:89: journeys.x.steps[1].send: 'a' was sent before on this way; a customer gets a template once an entry" },
        { "event: e, again: never, steps: [{ if: { did: b }, then: [{ if: { did: c }, then: [{ if: { did: d }, then: [{ send: a }] }] }] }]", "2:114: journeys.x.steps[0].then[0].then[0].then: is 4 levels deep; 3 are possible" },
        { "event: e, again: never, steps: [{ wait: P90D }, { send: a }, { wait: P90D }, { send: b }, { wait: P90D }, { send: c }, { wait: P90D }, { send: d }, { wait: P6D }, { send: f }]", "2:39: journeys.x.steps: the waits of the longest way make 366 days; 365 are possible" },
    };

    public static TheoryData<string, string> BrokenTogether => new()
    {
        { "event: newsletter_signups, again: never, steps: [{ send: tips }]", "2:15: journeys.x.event: 'newsletter_signups' is no event of events.yaml; did you mean 'newsletter_signup'?" },
        { "event: newsletter_signup, again: always, steps: [{ send: tips }]", "2:41: journeys.x.again: newsletter_signup is anonymous, so anyone may cause it: never, or P1D and more. Or make it signed" },
        { "event: newsletter_signup, again: PT23H, steps: [{ send: tips }]", "2:41: journeys.x.again: newsletter_signup is anonymous, so anyone may cause it: never, or P1D and more. Or make it signed" },
        { "event: started, again: always, until: [cancel], steps: [{ send: tips }]", "2:47: journeys.x.until[0]: 'cancel' is no event of events.yaml; did you mean 'cancelled'?" },
        { "event: started, again: always, steps: [{ send: tipps }]", "2:55: journeys.x.steps[0].send: 'tipps' is no folder of templates/; did you mean 'tips'?" },
        { "event: started, again: always, steps: [{ if: { did: used }, then: [{ send: tips }] }]", "2:60: journeys.x.steps[0].if.did: 'used' is no event of events.yaml; known are purchase_success, newsletter_signup, started, cancelled" },
        { "event: started, again: always, segment: premum, steps: [{ send: tips }]", "2:48: journeys.x.segment: 'premum' is no segment of segments.yaml; did you mean 'premium'?" },
        { "event: started, again: always, topic: order, steps: [{ send: tips }]", "2:46: journeys.x.topic: 'order' is no topic of topics.yaml; did you mean 'orders'?" },
        { "event: started, again: always, topic: orders, between: 09:00-20:00, steps: [{ send: tips }]", "2:63: journeys.x.between: the topic 'orders' is transactional, and an essential message waits for no hours; leave out one of the two" },
        { "event: purchase_success, again: never, where: { metrics: { valu: { atLeast: 20 } } }, steps: [{ send: tips }]", "2:67: journeys.x.where.metrics.valu: purchase_success has no such metric in events.yaml; did you mean 'value'?" },
        { "event: started, again: never, where: { attributes: { plan: { in: [a] } } }, steps: [{ send: tips }]", "2:61: journeys.x.where.attributes.plan: started has no such attribute in events.yaml" },
        { "event: started, again: never, skipIf: { teir: [a] }, steps: [{ send: tips }]", "2:48: journeys.x.skipIf.teir: nobody sets the user attribute 'teir'; did you mean 'tier'?" },
        { "event: started, again: never, steps: [{ wait: PT30M }, { send: tips }]", "2:54: journeys.x.steps[0].wait: Pinpoint waits PT1H at least; PT30M needs engagement:platform: ses" },
        { "event: started, again: never, inside: restart, steps: [{ send: tips }]", "2:46: journeys.x.inside: restart: Pinpoint lets no customer start again who is inside; needs engagement:platform: ses" },
        { "event: started, again: never, between: 09:00-12:00, steps: [{ send: tips }]", "2:47: journeys.x.between: '09:00-12:00' does not allow 4 hours of one day: Pinpoint is exact to two hours" },
    };

    [Theory]
    [MemberData(nameof(BrokenFiles))]
    public void Problem_of_the_file_is_named(string text, string error) =>
        Assert.Equal([error], DefinitionErrors.Of(() => JourneyCatalog.Parse(text, "journeys.yaml")));

    [Theory]
    [MemberData(nameof(BrokenJourneys))]
    public void Problem_is_named_with_file_line_column_and_key(string journey, string error) =>
        Assert.Equal(
            [$"journeys.yaml:{error}"],
            DefinitionErrors.Of(() => JourneyCatalog.Parse($"journeys:\n  x: {{ {journey} }}\n", "journeys.yaml", SesLimits.Definitions)));

    [Theory]
    [MemberData(nameof(BrokenTogether))]
    public void Problem_with_another_file_or_the_platform_is_named(string journey, string error) =>
        Assert.Equal(
            [$"journeys.yaml:{error}"], folder.With("journeys.yaml", $"journeys:\n  x: {{ {journey} }}\n").Errors());

    [Fact]
    public void All_mistakes_are_named_at_once() => Assert.Equal(
        [
            "journeys.yaml:3:12: journeys.x.event: 'start' is no event of events.yaml; did you mean 'started'?",
            "journeys.yaml:6:15: journeys.x.steps[0].send: 'tip' is no folder of templates/; did you mean 'tips'?",
            "journeys.yaml:7:15: journeys.x.steps[1].wait: 'P3' is not a duration such as PT4H or P3D",
            "journeys.yaml:7:9: journeys.x.steps[1]: nothing follows this wait",
        ],
        folder.With(
            "journeys.yaml",
            "journeys:\n  x:\n    event: start\n    again: never\n    steps:\n      - send: tip\n      - wait: P3\n").Errors().Order());

    [Fact]
    public void Journey_that_takes_too_many_activities_is_refused() => Assert.Equal(
        [
            "journeys.yaml:2:3: journeys.x: takes 54 activities in Pinpoint, which has 40: each send 1, each wait 1, and to ask at the start, "
                + "after each wait and between two sends 2, with between 11",
        ],
        DefinitionErrors.Of(() => JourneyCatalog.Parse(
            "journeys:\n  x: { event: e, again: never, between: 09:00-20:00, steps: [{ wait: P1D }, { send: a }, { wait: P1D }, { send: b }, "
                + "{ wait: P1D }, { send: c }, { wait: P1D }, { send: d }] }\n",
            "journeys.yaml",
            PinpointLimits.Definitions)));

    [Fact]
    public void More_journeys_than_the_platform_runs_are_refused_with_its_announcements()
    {
        var journeys = string.Concat(Enumerable.Range(1, 20).Select(i => $"  j{i}: {{ event: started, again: never, steps: [{{ send: tips }}] }}\n"));
        Assert.Equal(
            ["journeys.yaml: 20 journeys and 1 announcements with 'via: journey'; Pinpoint runs 20 that events start"],
            folder.With("journeys.yaml", $"journeys:\n{journeys}").Errors());
    }

    [Fact]
    public void Template_of_a_journey_sees_the_customer_and_not_the_event() => Assert.Equal(
        ["templates/tips/email.html:1:4: {{Attributes.event_value.[0]}}: a journey's templates see the customer, not the event"],
        folder.With("templates/tips/email.html", "<p>{{Attributes.event_value.[0]}}</p>\n").Errors());

    [Fact]
    public void Definitions_without_journeys_have_none() =>
        Assert.Empty(folder.Without("journeys.yaml").Load().Journeys.Journeys);

    public void Dispose() => folder.Dispose();
}
