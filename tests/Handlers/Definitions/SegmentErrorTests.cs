using Engagement.Definitions.Segments;
using Engagement.Pinpoint.Quotas;

namespace Handlers.Tests.Definitions;

public class SegmentErrorTests
{
    public static TheoryData<string, string, string[]> BrokenFiles => new()
    {
        { "empty file", "", ["segments.yaml: the file is empty; it needs 'segments'"] },
        { "no segments", "customers: {}\n", ["segments.yaml:1:1: segments: is missing; it lists the groups of customers that messages go to"] },
        { "misspelt top key", "segment: {}\nsegments: {}\n", ["segments.yaml:1:1: segment: unknown key; did you mean 'segments'?"] },
        { "misspelt key of customers", "customers: { userAttribute: [a] }\nsegments: {}\n", ["segments.yaml:1:14: customers.userAttribute: unknown key; did you mean 'userAttributes'?"] },
        { "unfit customer attribute", "customers: { metrics: ['a#'] }\nsegments: {}\n", ["segments.yaml:1:24: customers.metrics[0]: the name holds a character that cannot be shown: one of # : ? \\ / or a control character"] },
        { "name with a space", "segments:\n  my segment: { where: { channel: { in: [EMAIL] } } }\n", ["segments.yaml:2:3: segments.my segment: the name holds something else than letters (a to z), digits, _ and -, or does not begin with a letter or digit"] },
        { "name with a letter first that is none", "segments:\n  _a: { where: { channel: { in: [EMAIL] } } }\n", ["segments.yaml:2:3: segments._a: the name holds something else than letters (a to z), digits, _ and -, or does not begin with a letter or digit"] },
        { "segment given twice", "segments:\n  a: { where: { channel: { in: [EMAIL] } } }\n  a: { where: { channel: { in: [SMS] } } }\n", ["segments.yaml:3:3: segments.a: is given twice; first on line 2"] },
        { "where missing", "segments:\n  a: {}\n", ["segments.yaml:2:6: segments.a.where: is missing; it says who belongs to the segment"] },
        { "where empty", "segments:\n  a: { where: {} }\n", ["segments.yaml:2:15: segments.a.where: holds no condition and would reach everyone; for everyone with an e-mail address write channel: { in: [EMAIL] }"] },
        { "conditions empty", "segments:\n  a: { where: { userAttributes: {} } }\n", ["segments.yaml:2:15: segments.a.where: holds no condition and would reach everyone; for everyone with an e-mail address write channel: { in: [EMAIL] }"] },
        { "unknown subject", "segments:\n  a: { where: { county: { in: [DE] } } }\n", ["segments.yaml:2:17: segments.a.where.county: unknown key; did you mean 'country'?"] },
        { "value without operator", "segments:\n  a: { where: { userAttributes: { tier: premium } } }\n", ["segments.yaml:2:41: segments.a.where.userAttributes.tier: a mapping is expected, not a text"] },
        { "unknown operator", "segments:\n  a: { where: { userAttributes: { tier: { is: [x] } } } }\n", ["segments.yaml:2:43: segments.a.where.userAttributes.tier.is: unknown key; did you mean 'in'?"] },
        { "two operators", "segments:\n  a: { where: { userAttributes: { tier: { in: [x], notIn: [y] } } } }\n", ["segments.yaml:2:41: segments.a.where.userAttributes.tier: exactly one of in, notIn, contains, before, after, between, on is expected"] },
        { "no operator", "segments:\n  a: { where: { metrics: { x: {} } } }\n", ["segments.yaml:2:31: segments.a.where.metrics.x: exactly one of equal, moreThan, atLeast, lessThan, atMost is expected"] },
        { "operator of another subject", "segments:\n  a: { where: { country: { contains: [D] } } }\n", ["segments.yaml:2:28: segments.a.where.country.contains: unknown key; known are in, notIn"] },
        { "value without list", "segments:\n  a: { where: { userAttributes: { tier: { in: premium } } } }\n", ["segments.yaml:2:47: segments.a.where.userAttributes.tier.in: a list of values is expected, not a text"] },
        { "no values", "segments:\n  a: { where: { userAttributes: { tier: { in: [] } } } }\n", ["segments.yaml:2:47: segments.a.where.userAttributes.tier.in: is empty; at least one value is needed"] },
        { "value twice", "segments:\n  a: { where: { userAttributes: { tier: { in: [x, x] } } } }\n", ["segments.yaml:2:51: segments.a.where.userAttributes.tier.in[1]: 'x' is given twice; first on line 2"] },
        { "nothing as value", "segments:\n  a: { where: { userAttributes: { tier: { in: [~] } } } }\n", ["segments.yaml:2:48: segments.a.where.userAttributes.tier.in[0]: a text is expected, not nothing"] },
        { "country by name", "segments:\n  a: { where: { country: { in: [Germany] } } }\n", ["segments.yaml:2:33: segments.a.where.country.in[0]: 'Germany' is no country code; ISO 3166-1 alpha-2 is expected, such as DE"] },
        { "channel in small letters", "segments:\n  a: { where: { channel: { in: [email] } } }\n", ["segments.yaml:2:33: segments.a.where.channel.in[0]: 'email' is no channel; channels are written in capitals, such as EMAIL"] },
        { "instant without offset", "segments:\n  a: { where: { userAttributes: { d: { before: 2027-01-01T00:00:00 } } } }\n", ["segments.yaml:2:48: segments.a.where.userAttributes.d.before: '2027-01-01T00:00:00' is no such thing: an instant with an offset is expected, such as 2026-12-01T09:00:00Z"] },
        { "relative instant", "segments:\n  a: { where: { userAttributes: { d: { after: in 3 days } } } }\n", ["segments.yaml:2:47: segments.a.where.userAttributes.d.after: 'in 3 days' is no such thing: an instant with an offset is expected, such as 2026-12-01T09:00:00Z"] },
        { "one instant for two", "segments:\n  a: { where: { userAttributes: { d: { between: [2027-01-01T00:00:00Z] } } } }\n", ["segments.yaml:2:49: segments.a.where.userAttributes.d.between: a list of two instants is expected, the earlier first"] },
        { "instants the wrong way round", "segments:\n  a: { where: { userAttributes: { d: { between: [2027-01-02T00:00:00Z, 2027-01-01T00:00:00Z] } } } }\n", ["segments.yaml:2:49: segments.a.where.userAttributes.d.between: the first instant is not before the second"] },
        { "day that is none", "segments:\n  a: { where: { userAttributes: { d: { on: 2026-02-30 } } } }\n", ["segments.yaml:2:44: segments.a.where.userAttributes.d.on: '2026-02-30' is no date; one such as 2026-12-24 is expected (days begin at midnight UTC)"] },
        { "text for a number", "segments:\n  a: { where: { metrics: { x: { equal: many } } } }\n", ["segments.yaml:2:40: segments.a.where.metrics.x.equal: a number is expected, not a text"] },
    };

    [Theory]
    [MemberData(nameof(BrokenFiles))]
    public void Problem_is_named_with_file_line_column_and_key(string what, string text, string[] errors)
    {
        Assert.NotEmpty(what);
        Assert.Equal(errors, ErrorsOf(text));
    }

    [Fact]
    public void Hundred_conditions_are_taken_and_one_more_is_not()
    {
        Assert.Empty(ErrorsOf(Segment(99)));
        Assert.Equal(["segments.yaml:4:7: segments.a.where: 101 conditions; Pinpoint takes at most 100 a segment"], ErrorsOf(Segment(100)));

        static string Segment(int attributes) =>
            "segments:\n  a:\n    where:\n      channel: { in: [EMAIL] }\n      userAttributes:\n" + string.Concat(Enumerable.Range(0, attributes).Select(i => $"        a{i}: {{ in: [x] }}\n"));
    }

    [Fact]
    public void Value_longer_than_any_customer_can_have_is_refused()
    {
        Assert.Empty(ErrorsOf(Segment(100)));
        Assert.Equal(["segments.yaml:2:48: segments.a.where.userAttributes.tier.in[0]: has 101 characters; a customer's value has at most 100, so it would never be equal"], ErrorsOf(Segment(101)));

        static string Segment(int length) => $"segments:\n  a: {{ where: {{ userAttributes: {{ tier: {{ in: [{new string('x', length)}] }} }} }} }}\n";
    }

    private static string[] ErrorsOf(string text) =>
        DefinitionErrors.Of(() => SegmentCatalog.Parse(text, "segments.yaml", PinpointLimits.Definitions));
}
