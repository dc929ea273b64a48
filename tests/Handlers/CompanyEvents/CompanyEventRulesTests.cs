using System.Text.Json;
using Engagement;
using Engagement.CompanyEvents;
using FsCheck;
using FsCheck.Fluent;

namespace Handlers.Tests.CompanyEvents;

public class CompanyEventRulesTests
{
    private const string Attributes = """{"feature":"Search","version":"4.2"}""";

    private static readonly CompanyEventRules Rules = new(Announcing.Catalog);

    [Fact]
    public void Event_from_the_route_is_taken()
    {
        var accepted = Accepted(Route($$$"""{"event":"release","id":"r-1","attributes":{{{Attributes}}}}"""));
        Assert.Equal(("r-1", "release", Announcing.Now), (accepted.Event.Id, accepted.Event.Announcement, accepted.Event.PublishedAt));
        Assert.Equal(Announcing.Event().Attributes, accepted.Event.Attributes);
        Assert.Same(Announcing.Release, accepted.Announcement);
    }

    [Fact]
    public void Event_from_the_bus_is_taken()
    {
        var accepted = Accepted(
            Bus($$$"""{"version":"0","id":"bus-id","detail-type":"release","source":"shop","time":"2026-12-01T08:59:59Z","region":"eu-central-1","resources":[],"detail":{"id":"r-1","attributes":{{{Attributes}}}}}"""));
        Assert.Equal(("r-1", "release"), (accepted.Event.Id, accepted.Event.Announcement));
        Assert.Equal(Announcing.Event().Attributes, accepted.Event.Attributes);
    }

    [Fact]
    public void Without_an_id_the_buss_own_or_a_new_one_serves()
    {
        Assert.Equal(
            "bus-id",
            Accepted(Bus($$$"""{"id":"bus-id","detail-type":"release","detail":{"attributes":{{{Attributes}}}}}""")).Event.Id);
        Assert.Equal("new-id", Accepted(Route($$$"""{"event":"release","attributes":{{{Attributes}}}}""")).Event.Id);
        Assert.Equal("new-id", Accepted(Route($$$"""{"event":"release","id":null,"attributes":{{{Attributes}}}}""")).Event.Id);
    }

    [Fact]
    public void Announcement_without_attributes_needs_none()
    {
        Assert.Empty(Accepted(Route("""{"event":"outage"}""")).Event.Attributes);
        Assert.Empty(Accepted(Route("""{"event":"outage","attributes":{}}""")).Event.Attributes);
    }

    [Theory]
    [InlineData("{}", "event: is missing; it names the announcement")]
    [InlineData("""{"event":7}""", "event: a text is expected, not a number")]
    [InlineData("""{"event":"relaese","attributes":{}}""", "event: 'relaese' is no announcement; did you mean 'release'?")]
    [InlineData("""{"event":"party","attributes":{}}""", "event: 'party' is no announcement; known are release, outage")]
    [InlineData("""{"event":"Ada Lovelace, ada@example.com"}""", "event: it is no announcement; known are release, outage")]
    [InlineData("""{"event":"prices","attributes":{"day":"1 May"}}""", "event: 'prices' is scheduled (via: schedule); no event starts it")]
    [InlineData("""{"event":"release"}""", "attributes.feature: is missing", "attributes.version: is missing")]
    [InlineData("""{"event":"release","attributes":null}""", "attributes.feature: is missing", "attributes.version: is missing")]
    [InlineData("""{"event":"release","attributes":[]}""", "attributes: an object is expected, not a list")]
    [InlineData("""{"event":"release","attributes":{"feature":"x"}}""", "attributes.version: is missing")]
    [InlineData(
        """{"event":"release","attributes":{"feature":"x","verison":"1"}}""",
        "attributes.verison: 'release' has no such attribute; did you mean 'version'?",
        "attributes.version: is missing")]
    [InlineData(
        """{"event":"release","attributes":{"feature":"x","version":"1","colour":"red"}}""",
        "attributes.colour: 'release' has no such attribute; known are feature, version")]
    [InlineData(
        """{"event":"release","attributes":{"feature":"x","version":4.2}}""",
        "attributes.version: a text is expected, not a number")]
    [InlineData(
        """{"event":"release","attributes":{"feature":"","version":null}}""",
        "attributes.feature: is empty",
        "attributes.version: a text is expected, not nothing")]
    [InlineData("""{"event":"outage","attributes":{"x":"1"}}""", "attributes.x: 'outage' has no such attribute")]
    [InlineData("""{"event":"outage","attribute":{}}""", "attribute: unknown key; known are event, id, attributes")]
    [InlineData("""{"event":"outage","id":7}""", "id: a text is expected, not a number")]
    [InlineData("""{"event":"outage","id":""}""", "id: is empty")]
    [InlineData("""{"event":"outage","id":"a/b"}""", "id: holds something else than letters (a to z), digits, . _ : and -")]
    [InlineData(
        """{"event":"outage","id":"12345678901234567890123456789012345678901234567890123456789012345"}""",
        "id: has 65 characters; at most 64 are possible")]
    [InlineData("[]", "an object is expected, not a list", "event: is missing; it names the announcement")]
    [InlineData("", "the body is no JSON object with each key once, such as {\"event\":\"…\",\"id\":\"…\",\"attributes\":{…}}")]
    [InlineData("{", "the body is no JSON object with each key once, such as {\"event\":\"…\",\"id\":\"…\",\"attributes\":{…}}")]
    [InlineData(
        """{"event":"outage","event":"release"}""",
        "the body is no JSON object with each key once, such as {\"event\":\"…\",\"id\":\"…\",\"attributes\":{…}}")]
    [InlineData(null, "the body is no JSON object with each key once, such as {\"event\":\"…\",\"id\":\"…\",\"attributes\":{…}}")]
    public void Refusal_names_all_that_is_wrong(string? body, params string[] problems) => Assert.Equal(problems, Refused(Route(body)));

    [Theory]
    [InlineData(@" \u00a0\u3000", "is empty")]
    [InlineData(@"4.2\r\nBcc: x@example.com", "holds a control character, such as a line break")]
    [InlineData(@"4.2\u2028", "holds a control character, such as a line break")]
    [InlineData(@"\u200b\u200d", "holds nothing that can be seen")]
    [InlineData(@"caf\ufffd", "holds U+FFFD, which stands for bytes that are not UTF-8")]
    [InlineData(@"\ud83c", "is no text: it holds half of a surrogate pair, or bytes that are not UTF-8")]
    [InlineData(@"\udf81\ud83c", "is no text: it holds half of a surrogate pair, or bytes that are not UTF-8")]
    public void Value_that_no_message_can_show_is_refused_either_way(string value, string problem)
    {
        var attributes = $$"""{"feature":"Search","version":"{{value}}"}""";
        Assert.Equal([$"attributes.version: {problem}"], Refused(Route($$$$"""{"event":"release","attributes":{{{{attributes}}}}}""")));
        var prefix = problem.StartsWith("is no text", StringComparison.Ordinal) ? "detail." : "";
        Assert.Equal(
            [$"{prefix}attributes.version: {problem}"],
            Refused(Bus($$$$"""{"id":"1","detail-type":"release","detail":{"attributes":{{{{attributes}}}}}}""")));
    }

    [Theory]
    [InlineData("""{"event":"\ud800"}""", "event: is no text: it holds half of a surrogate pair, or bytes that are not UTF-8")]
    [InlineData("""{"event":"outage","id":"\udc00"}""", "id: is no text: it holds half of a surrogate pair, or bytes that are not UTF-8")]
    [InlineData(
        """{"event":"outage","\ud800":1}""",
        "has a name that is no text: it holds half of a surrogate pair, or bytes that are not UTF-8")]
    [InlineData(
        """{"event":"outage","attributes":{"\ud800":"1","\ud800":"2"}}""",
        "attributes: has a name that is no text: it holds half of a surrogate pair, or bytes that are not UTF-8",
        "attributes: has a name that is no text: it holds half of a surrogate pair, or bytes that are not UTF-8")]
    [InlineData(
        """{"event":"outage","attributes":{"a b":[["\ud800"]]}}""",
        "attributes: is no text: it holds half of a surrogate pair, or bytes that are not UTF-8")]
    [InlineData("\"\\ud800\"", "is no text: it holds half of a surrogate pair, or bytes that are not UTF-8")]
    public void Half_a_surrogate_pair_is_refused_with_its_place(string body, params string[] problems) =>
        Assert.Equal(problems, Refused(Route(body)));

    [Fact]
    public void Body_that_is_no_text_is_refused() => Assert.Equal(["the body is not UTF-8 text"], Refused(Route("{\"event\":\"\ud800\"}")));

    [Fact]
    public void Names_that_the_sender_chose_are_repeated_a_few_times_at_most_and_only_where_they_are_names()
    {
        var names = Enumerable.Range(0, 500)
            .Select(i => $"\"name{i}\":\"1\"")
            .Append("\"Ada Lovelace\":\"1\"")
            .Append($"\"{new string('x', 5_000)}\":\"1\"");
        var keys = names.Select(name => name.Replace("name", "key", StringComparison.Ordinal));
        var problems = Refused(
            Route($$$$"""{"event":"outage",{{{{string.Join(',', keys)}}}},"attributes":{{{{{string.Join(',', names)}}}}}}"""));
        var repeated = problems.Where(problem => problem.Contains(": ", StringComparison.Ordinal))
            .Count(problem => problem.Contains("name", StringComparison.Ordinal) || problem.Contains("key", StringComparison.Ordinal));
        Assert.InRange(repeated, 1, 12);
        Assert.DoesNotContain(
            problems,
            problem => problem.Contains("Ada", StringComparison.Ordinal) || problem.Contains("xxx", StringComparison.Ordinal));
        Assert.Contains("attributes: has 502 other unknown names", problems);
        Assert.Contains("has 492 other unknown names", problems);
        Assert.All(problems, problem => Assert.InRange(problem.Length, 1, 200));
    }

    [Fact]
    public void Any_text_is_taken_as_it_is_or_refused() => Prop.ForAll<string>(text =>
    {
        var json = JsonSerializer.Serialize(text ?? "");
        foreach (var decision in new[]
        {
            Route($$$$"""{"event":"release","attributes":{"feature":"x","version":{{{{json}}}}}}"""),
            Bus($$$$"""{"id":"1","detail-type":"release","detail":{"attributes":{"feature":"x","version":{{{{json}}}}}}}"""),
        })
        {
            if (decision is CompanyEventAccepted accepted)
            {
                Assert.Equal(text, accepted.Event.Attributes["version"]);
                Assert.Null(TextRule.Objection(text));
            }
        }
    }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("""{"id":"1","detail":{}}""", "detail-type: is missing; it names the announcement")]
    [InlineData("""{"id":"1","detail-type":"outage"}""", "detail: is missing")]
    [InlineData("""{"id":"1","detail-type":"outage","detail":"x"}""", "detail: an object is expected, not a text")]
    [InlineData(
        """{"id":"1","detail-type":"outage","detail":{"event":"release"}}""",
        "detail.event: unknown key; known are id, attributes")]
    [InlineData("""{"detail-type":"outage","detail":{}}""", "id: is empty")]
    public void Refusal_of_a_bus_event_names_all_that_is_wrong(string text, params string[] problems) =>
        Assert.Equal(problems, Refused(Bus(text)));

    [Fact]
    public void Hundred_characters_are_taken_and_one_more_is_not()
    {
        Assert.Single(Accepted(Route(Version("1"))).Event.Attributes, attribute => attribute.Value == "1");
        Assert.Equal(
            ["attributes.feature: has 101 characters; at most 100 are possible in an endpoint's attribute"],
            Refused(Route(Version("1", new string('x', 101)))));
    }

    [Fact]
    public void Values_that_make_a_user_attribute_too_long_are_refused_before_anything_is_sent()
    {
        Accepted(Route(Version(new string('1', 90), "Search")));
        Assert.Equal(
            [
                "attributes: make the user attribute 'headline', which the campaign 'premium' sets to '{{feature}} in {{version}}', 101 "
                    + "characters long; at most 100 are possible",
            ],
            Refused(Route(Version(new string('1', 91), "Search"))));
    }

    [Fact]
    public void No_refusal_repeats_a_value() =>
        Assert.DoesNotContain(
            "ada@example.com",
            string.Concat(
                Refused(Route(
                    $$$"""{"event":"release","id":"ada@example.com","attributes":{"feature":["ada@example.com"],"version":"{{{string.Concat(Enumerable.Repeat("ada@example.com", 9))}}}"}}"""))),
            StringComparison.Ordinal);

    [Fact]
    public void Answers_are_plain_JSON()
    {
        Assert.Equal(
            """{"id":"r-1"}""",
            JsonSerializer.Serialize(new CompanyEventReceipt("r-1"), CompanyEventJson.Default.CompanyEventReceipt));
        Assert.Equal(
            """{"errors":[{"key":"attributes.version","message":"is missing"}]}""",
            JsonSerializer.Serialize(
                new CompanyEventErrors([new("attributes.version", "is missing")]),
                CompanyEventJson.Default.CompanyEventErrors));
    }

    private static string Version(string version, string feature = "x") =>
        $$$"""{"event":"release","attributes":{"feature":"{{{feature}}}","version":"{{{version}}}"}}""";

    private static CompanyEventDecision Route(string? body) => Rules.DecideRequest(body, "new-id", Announcing.Now);

    private static CompanyEventDecision Bus(string text)
    {
        using var document = JsonDocument.Parse(text);
        return Rules.DecideBusEvent(document.RootElement, Announcing.Now);
    }

    private static CompanyEventAccepted Accepted(CompanyEventDecision decision) => Assert.IsType<CompanyEventAccepted>(decision);

    private static string[] Refused(CompanyEventDecision decision) =>
        [.. Assert.IsType<CompanyEventRefused>(decision).Problems.Select(problem => problem.ToString())];
}
