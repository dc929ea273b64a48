using System.Text.Json.Nodes;
using Engagement.Local.EventBridge.Patterns;

namespace Local.Tests.EventBridge;

/// <summary>Operators as https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-pattern-operators.html has them.</summary>
public sealed class PatternTests
{
    private const string Event = """
        {"source":"shop","detail-type":"feature_release","resources":["arn:a","arn:b"],
         "detail":{"id":"r1","count":20.0,"nothing":null,"empty":"","file":"a/b.PNG","tags":["new","big"],"list":[{"n":1},{"n":2}],"on":true}}
        """;

    [Theory]
    [InlineData("""{"source":["shop"]}""", true)]
    [InlineData("""{"source":["store","shop"],"detail-type":["feature_release"]}""", true)]
    [InlineData("""{"source":["shop"],"detail-type":["other"]}""", false)]
    [InlineData("""{"resources":["arn:b"]}""", true)]
    [InlineData("""{"detail":{"count":[20]}}""", true)]
    [InlineData("""{"detail":{"count":["20"]}}""", false)]
    [InlineData("""{"detail":{"nothing":[null],"on":[true]}}""", true)]
    [InlineData("""{"detail":{"empty":[""]}}""", true)]
    [InlineData("""{"detail":{"missing":[null]}}""", false)]
    [InlineData("""{"source":[{"prefix":"sh"}]}""", true)]
    [InlineData("""{"source":[{"anything-but":"shop"}]}""", false)]
    [InlineData("""{"source":[{"anything-but":["store","mall"]}]}""", true)]
    [InlineData("""{"detail":{"missing":[{"anything-but":"x"}]}}""", false)]
    [InlineData("""{"detail":{"missing":[{"exists":false}],"nothing":[{"exists":true}]}}""", true)]
    [InlineData("""{"elsewhere":{"missing":[{"exists":false}]}}""", true)]
    [InlineData("""{"detail":{"id":[{"exists":false}]}}""", false)]
    [InlineData("""{"detail":{"tags":["big"],"list":{"n":[2]}}}""", true)]
    [InlineData("""{"$or":[{"source":["mall"]},{"detail":{"id":["r1"]}}]}""", true)]
    [InlineData("""{"source":["shop"],"$or":[{"source":["mall"]},{"detail":{"id":["r2"]}}]}""", false)]
    public void Pattern_matches(string pattern, bool matches) =>
        Assert.Equal(matches, EventPattern.Parse(pattern).Matches(JsonNode.Parse(Event)!.AsObject()));

    [Theory]
    [InlineData("""{"source":"shop"}""", "\"source\" must be an object or an array")]
    [InlineData("""{"source":[]}""", "Empty arrays are not allowed")]
    [InlineData("""{"source":[{"like":"sh"}]}""", "Unrecognized match type like")]
    [InlineData("""{"source":[{"prefix":1}]}""", "prefix match pattern must be a string")]
    [
        InlineData(
            """{"source":[{"prefix":{"equals-ignore-case":"SH"}}]}""",
            "The operator prefix with an object is not supported by this local cloud, which knows values, prefix, exists, anything-but and $or")
    ]
    [
        InlineData(
            """{"source":[{"suffix":"op"}]}""",
            "The operator suffix is not supported by this local cloud, which knows values, prefix, exists, anything-but and $or")
    ]
    [
        InlineData(
            """{"source":[{"equals-ignore-case":"SHOP"}]}""",
            "The operator equals-ignore-case is not supported by this local cloud, which knows values, prefix, exists, anything-but and $or")
    ]
    [
        InlineData(
            """{"source":[{"wildcard":"s*"}]}""",
            "The operator wildcard is not supported by this local cloud, which knows values, prefix, exists, anything-but and $or")
    ]
    [
        InlineData(
            """{"source":[{"exactly":"shop"}]}""",
            "The operator exactly is not supported by this local cloud, which knows values, prefix, exists, anything-but and $or")
    ]
    [
        InlineData(
            """{"source":[{"cidr":"10.0.0.0/8"}]}""",
            "The operator cidr is not supported by this local cloud, which knows values, prefix, exists, anything-but and $or")
    ]
    [
        InlineData(
            """{"source":[{"numeric":["<",20]}]}""", "The operator numeric is not supported by this local cloud, which knows values, prefix, exists, anything-but and $or")
    ]
    [
        InlineData(
            """{"source":[{"anything-but":{"prefix":"sh"}}]}""",
            "The operator anything-but with an object is not supported by this local cloud, which knows values, prefix, exists, "
                + "anything-but and $or")
    ]
    [InlineData("[]", "Filter is not an object")]
    public void Pattern_that_EventBridge_would_refuse_or_this_cloud_does_not_know_is_an_error(string pattern, string reason) =>
        Assert.StartsWith(
            $"Event pattern is not valid. Reason: {reason}\n at [Source: ", Assert.Throws<FormatException>(() =>
                EventPattern.Parse(pattern)).Message, StringComparison.Ordinal);
}
