using Engagement.Definitions;
using Engagement.Pinpoint.Quotas;
using FsCheck;
using FsCheck.Fluent;

namespace Handlers.Tests.Definitions;

public class TrackingPlanErrorTests
{
    private const string File = "definitions/events.yaml";

    public static TheoryData<string, string, string[]> BrokenFiles => new()
    {
        { "empty file", "", ["definitions/events.yaml: the file is empty; it needs 'events'"] },
        { "comments only", "# nothing\n", ["definitions/events.yaml: the file is empty; it needs 'events'"] },
        { "no events", "acceptUnknownEvents: true\n", ["definitions/events.yaml:1:1: events: is missing; it lists what the pixel accepts"] },
        { "list at the top", "- events\n", ["definitions/events.yaml:1:1: a mapping is expected, not a list"] },
        { "misspelt top key", "acceptUnknownEvent: true\nevents: {}\n", ["definitions/events.yaml:1:1: acceptUnknownEvent: unknown key; did you mean 'acceptUnknownEvents'?"] },
        { "foreign top key", "zone: CET\nevents: {}\n", ["definitions/events.yaml:1:1: zone: unknown key; known are acceptUnknownEvents, honorPrivacySignals, consent, dates, events"] },
        { "word for a boolean", "honorPrivacySignals: yes\nevents: {}\n", ["definitions/events.yaml:1:22: honorPrivacySignals: true or false is expected, not a text ('yes')"] },
        { "quoted boolean", "acceptUnknownEvents: 'true'\nevents: {}\n", ["definitions/events.yaml:1:22: acceptUnknownEvents: true or false is expected, not a text ('true')"] },
        { "list for a boolean", "acceptUnknownEvents: [true]\nevents: {}\n", ["definitions/events.yaml:1:22: acceptUnknownEvents: true or false is expected, not a list"] },
        { "events as list", "events:\n  - a\n", ["definitions/events.yaml:2:3: events: a mapping is expected, not a list"] },
        { "nothing under events", "events:\n", ["definitions/events.yaml:1:8: events: a mapping is expected, not nothing"] },
        { "nothing under an event", "events:\n  a:\n", ["definitions/events.yaml:2:5: events.a: a mapping is expected, not nothing"] },
        { "identity missing", "events:\n  a: {}\n", ["definitions/events.yaml:2:6: events.a.identity: is missing; one of anonymous, signed"] },
        { "identity misspelt", "events:\n  purchase_success:\n    identity: anon\n", ["definitions/events.yaml:3:15: events.purchase_success.identity: 'anon' is not one of anonymous, signed"] },
        { "identity as list", "events:\n  a: { identity: [signed] }\n", ["definitions/events.yaml:2:18: events.a.identity: a text is expected, not a list"] },
        { "misspelt key of an event", "events:\n  a:\n    identity: signed\n    atributes: [x]\n", ["definitions/events.yaml:4:5: events.a.atributes: unknown key; did you mean 'attributes'?"] },
        { "description as mapping", "events:\n  a: { identity: signed, description: { en: x } }\n", ["definitions/events.yaml:2:39: events.a.description: a text is expected, not a mapping"] },
        { "text for a list", "events:\n  a: { identity: signed, attributes: x }\n", ["definitions/events.yaml:2:38: events.a.attributes: a list of names is expected, not a text"] },
        { "number as a name", "events:\n  a: { identity: signed, attributes: [x, 7] }\n", ["definitions/events.yaml:2:42: events.a.attributes[1]: a name is expected, not a number ('7')"] },
        { "list as a name", "events:\n  a: { identity: signed, metrics: [[x]] }\n", ["definitions/events.yaml:2:36: events.a.metrics[0]: a name is expected, not a list"] },
        { "nothing as a name", "events:\n  a: { identity: signed, metrics: [~] }\n", ["definitions/events.yaml:2:36: events.a.metrics[0]: a name is expected, not nothing"] },
        { "event given twice", "events:\n  a: { identity: signed }\n  a: { identity: signed }\n", ["definitions/events.yaml:3:3: events.a: is given twice; first on line 2"] },
        { "key given twice", "events:\n  a:\n    identity: signed\n    identity: anonymous\n", ["definitions/events.yaml:4:5: events.a.identity: is given twice; first on line 3"] },
        { "attribute given twice", "events:\n  a: { identity: signed, attributes: [x, x] }\n", ["definitions/events.yaml:2:42: events.a.attributes[1]: 'x' is given twice; first on line 2"] },
        { "Pinpoint's own event", "events:\n  _email.open: { identity: anonymous }\n", ["definitions/events.yaml:2:3: events._email.open: the name is reserved: '_…' is a platform's own and 'company.…' is the company's"] },
        { "company event", "events:\n  company.feature_release: { identity: anonymous }\n", ["definitions/events.yaml:2:3: events.company.feature_release: the name is reserved: '_…' is a platform's own and 'company.…' is the company's"] },
        { "unfit name", "events:\n  a/b: { identity: anonymous }\n", ["definitions/events.yaml:2:3: events.a/b: the name holds a character that cannot be shown: one of # : ? \\ / or a control character"] },
        { "empty name", "events:\n  '': { identity: anonymous }\n", ["definitions/events.yaml:2:3: events.: the name is empty"] },
        { "unfit attribute", "events:\n  a: { identity: anonymous, userAttributes: ['b#'] }\n", ["definitions/events.yaml:2:46: events.a.userAttributes[0]: the name holds a character that cannot be shown: one of # : ? \\ / or a control character"] },
        { "variable of a tag manager", "events:\n  a{{b: { identity: anonymous, metrics: ['{{c}}'] }\n", ["definitions/events.yaml:2:3: events.a{{b: the name holds '{{', which Google Tag Manager would read as a variable", "definitions/events.yaml:2:42: events.a{{b.metrics[0]: the name holds '{{', which Google Tag Manager would read as a variable"] },
        { "consent misspelt", "consent: [analytics]\nevents: {}\n", ["definitions/events.yaml:1:11: consent[0]: 'analytics' is not one of ad_personalization, ad_storage, ad_user_data, analytics_storage, functionality_storage, personalization_storage, security_storage"] },
        { "consent of an event as text", "events:\n  a: { identity: anonymous, consent: ad_storage }\n", ["definitions/events.yaml:2:38: events.a.consent: a list of names is expected, not a text"] },
        { "consent given twice", "events:\n  a: { identity: anonymous, consent: [ad_storage, ad_storage] }\n", ["definitions/events.yaml:2:51: events.a.consent[1]: 'ad_storage' is given twice; first on line 2"] },
        { "tab as indent", "events:\n\ta: {}\n", ["definitions/events.yaml:2:1: not valid YAML: While scanning a mapping, found invalid tab as indentation."] },
        { "bracket left open", "events:\n  a: { identity: signed, attributes: [x, y }\n  b: {}\n", ["definitions/events.yaml:2:44: not valid YAML: While parsing a flow sequence, did not find expected ',' or ']'."] },
        { "brace left open", "events:\n  a: { identity: signed\n  b: {}\n", ["definitions/events.yaml:2:16: not valid YAML: the text breaks off after this; is a bracket, brace or quote left open?"] },
        { "quote left open", "events:\n  a: 'x\n", ["definitions/events.yaml:2:6: not valid YAML: While scanning a quoted scalar, found unexpected end of stream."] },
        { "anchor", "events:\n  a: &x { identity: signed }\n", ["definitions/events.yaml:2:6: not valid YAML: anchors ('&name') are not read; write the value out"] },
        { "alias", "events:\n  a: *x\n", ["definitions/events.yaml:2:6: not valid YAML: aliases ('*name') are not read; write the value out"] },
        { "tag", "events:\n  a: !event { identity: signed }\n", ["definitions/events.yaml:2:6: not valid YAML: tags ('!name') are not read; leave it out"] },
        { "list as a key", "? [a, b]\n: c\n", ["definitions/events.yaml:1:3: not valid YAML: a key is a single text"] },
        { "second document", "events: {}\n---\nevents: {}\n", ["definitions/events.yaml:2:1: not valid YAML: a second document ('---') is not read; use one file each"] },
    };

    [Theory]
    [MemberData(nameof(BrokenFiles))]
    public void Problem_is_named_with_file_line_column_and_key(string what, string text, string[] errors)
    {
        Assert.NotEmpty(what);
        Assert.Equal(errors, ErrorsOf(text));
    }

    [Fact]
    public void All_problems_are_reported_in_the_order_of_the_file()
    {
        var text = """
            acceptUnknownEvents: perhaps
            events:
              _a:
                identity: anon
                atributes: []
              b:
                identity: signed
                attributes: x
              b: {}
            extra: 1
            """;
        Assert.Equal(
            [
                "definitions/events.yaml:1:22: acceptUnknownEvents: true or false is expected, not a text ('perhaps')",
                "definitions/events.yaml:3:3: events._a: the name is reserved: '_…' is a platform's own and 'company.…' is the company's",
                "definitions/events.yaml:4:15: events._a.identity: 'anon' is not one of anonymous, signed",
                "definitions/events.yaml:5:5: events._a.atributes: unknown key; did you mean 'attributes'?",
                "definitions/events.yaml:8:17: events.b.attributes: a list of names is expected, not a text",
                "definitions/events.yaml:9:3: events.b: is given twice; first on line 6",
                "definitions/events.yaml:10:1: extra: unknown key; known are acceptUnknownEvents, honorPrivacySignals, consent, dates, events",
            ],
            ErrorsOf(text));
    }

    [Fact]
    public void Message_has_a_line_for_each_problem()
    {
        var exception = Assert.Throws<DefinitionException>(() => TrackingPlan.Parse("a: 1\nb: 2\nevents: {}\n", File));
        Assert.Equal(2, exception.Errors.Count);
        Assert.Equal(exception.Errors.Select(error => error.ToString()), exception.Message.Split('\n'));
    }

    [Fact]
    public void Missing_file_is_named()
    {
        var exception = Assert.Throws<DefinitionException>(() => TrackingPlan.Load("nowhere/events.yaml"));
        Assert.Equal("nowhere/events.yaml: the file does not exist", exception.Message);
    }

    [Fact]
    public void Overlong_names_are_refused_and_the_longest_are_not()
    {
        Assert.Empty(ErrorsOf($"events:\n  {Long(50)}: {{ identity: signed, attributes: [{Long(50)}] }}\n"));
        Assert.Equal(
            [
                $"definitions/events.yaml:2:3: events.{Long(51)}: the name has 51 characters; at most 50 are possible",
                $"definitions/events.yaml:3:17: events.{Long(51)}.metrics[0]: the name has 52 characters; at most 50 are possible",
            ],
            ErrorsOf($"events:\n  {Long(51)}: {{ identity: signed,\n      metrics: [{Long(52)}] }}\n"));
    }

    [Fact]
    public void Forty_attributes_and_metrics_are_taken_and_one_more_is_not()
    {
        Assert.Empty(ErrorsOf($"events:\n  a: {{ identity: signed, attributes: [{Names(20)}], metrics: [{Names(20)}] }}\n"));
        Assert.Equal(
            ["definitions/events.yaml:2:3: events.a: 41 attributes and metrics; at most 40 an event are possible"],
            ErrorsOf($"events:\n  a: {{ identity: signed, attributes: [{Names(20)}], metrics: [{Names(21)}] }}\n"));
    }

    [Theory]
    [InlineData("attributes", 500, "502 different attribute names; Pinpoint takes at most 500 an application")]
    [InlineData("metrics", 500, "502 different metric names; Pinpoint takes at most 500 an application")]
    [InlineData("userAttributes", 250, "252 different user attributes; at most 250 an endpoint are possible")]
    public void Names_of_the_whole_plan_are_counted(string key, int most, string message)
    {
        Assert.Empty(ErrorsOf(Plan(most)));
        Assert.Equal([$"definitions/events.yaml:2:3: events: {message}"], ErrorsOf(Plan(most + 2)));

        string Plan(int names) => "events:\n"
            + string.Concat(Enumerable.Range(0, names / 2)
            .Select(i => $"  e{i}: {{ identity: signed, {key}: [shared, n{i}a, n{i}b] }}\n"))
            .Replace("shared, n0a, n0b", "n0a, n0b", StringComparison.Ordinal)
            .Replace("shared, ", "n0a, ", StringComparison.Ordinal);
    }

    [Fact]
    public void Event_types_of_the_whole_plan_are_counted()
    {
        Assert.Empty(ErrorsOf(Plan(1500)));
        Assert.Equal(["definitions/events.yaml:2:3: events: 1501 events; Pinpoint takes at most 1500 an application"], ErrorsOf(Plan(1501)));

        static string Plan(int events) => "events:\n"
            + string.Concat(Enumerable.Range(0, events).Select(i => $"  e{i}: {{ identity: signed }}\n"));
    }

    [Fact]
    public void Any_text_is_a_plan_or_a_definition_error() => Prop.ForAll(YamlLike, text =>
    {
        Assert.All(ErrorsOf(text), error => Assert.StartsWith(File, error, StringComparison.Ordinal));
    }).QuickCheckThrowOnFailure();

    // Pieces of the format and of YAML in any order go deeper than characters in any order.
    private static Arbitrary<string> YamlLike => Gen.Elements(
            "events", "identity", "signed", "attributes", "a", ":", ": ", " ", "  ", "\n", "\n  ", "\n    ", "- ", "[", "]", "{", "}", ",", "'", "\"", "#", "&", "*", "!", "|", ">", "?", "%", "@", "\t", "\0", "~", "---", "é", "\U0001F600", "\ud800", "\r", "1")
        .ListOf().Select(pieces => string.Concat(pieces)).ToArbitrary();

    private static string[] ErrorsOf(string text)
    {
        try
        {
            TrackingPlan.Parse(text, File, PinpointLimits.Definitions);
            return [];
        }
        catch (DefinitionException exception)
        {
            return [.. exception.Errors.Select(error => error.ToString())];
        }
    }

    private static string Long(int length) => new('x', length);

    private static string Names(int count) => string.Join(", ", Enumerable.Range(0, count).Select(i => $"n{i}"));
}
