using System.Text.Json.Nodes;
using Engagement.Local.EventBridge.Patterns;

namespace Local.Tests.EventBridge;

/// <summary>
/// Patterns as aws/event-ruler reads them, which EventBridge runs on; texts and columns as localstack/localstack recorded them on AWS.
/// </summary>
public sealed class PatternRulesTests
{
    private const string Event = """
        {"source":"shop","none":[],"detail":{"id":"r1","count":20.0,"on":true,"list":[{"n":1},{"n":2,"m":"b"}],"star":"a*\\b","ip":"10.0.0.8","ip6":"2001:db8::1","big":1e400}}
        """;

    [Theory]
    [InlineData("""{"source":["mall"],"source":["shop"]}""", true)]
    [InlineData("""{"source":["shop"],"source":["mall"]}""", false)]
    [InlineData("""{"detail":{"id":["other"]},"detail":{"id":["r1"]}}""", true)]
    [InlineData("""{"detail":{"id":["other"]},"detail":{"on":[true]}}""", false)]
    [InlineData("""{"source":["mall"],"$or":[{"source":["shop"]},{"detail":{"id":["r1"]}}]}""", true)]
    [InlineData("""{"none":[{"exists":true}]}""", false)]
    [InlineData("""{"none":[{"exists":false}]}""", true)]
    [InlineData("""{"detail":[{"exists":true}]}""", false)]
    [InlineData("""{"detail":{"list":{"n":[{"exists":false}]}}}""", false)]
    [InlineData("""{"detail":{"list":{"n":[1],"m":["b"]}}}""", false)]
    [InlineData("""{"detail":{"list":{"n":[2],"m":["b"]}}}""", true)]
    [InlineData("""{"detail.id":["r1"]}""", true)]
    [InlineData("""{"detail":{"count":[{"anything-but":20}]}}""", false)]
    [InlineData("""{"detail":{"id":[{"anything-but":20}]}}""", true)]
    [InlineData("""{"detail":{"big":[1e400]}}""", true)]
    public void Pattern_matches(string pattern, bool matches) =>
        Assert.Equal(matches, EventPattern.Parse(pattern).Matches(JsonNode.Parse(Event)!.AsObject()));

    [Theory]
    [InlineData("""{"string": "my-value"}""", 13, "\"string\" must be an object or an array")]
    [InlineData("""{"int": 42}""", 11, "\"int\" must be an object or an array")]
    [InlineData("""{"resources": []}""", 17, "Empty arrays are not allowed")]
    [InlineData("""{"detail": {}}""", 14, "Empty objects are not allowed")]
    [InlineData("""{"my_key": [{"EXISTS": true}]}""", 28, "Unrecognized match type EXISTS")]
    [InlineData("""{"time": [{"prefix": 123}]}""", 25, "prefix match pattern must be a string")]
    [InlineData("""{"time": [{"prefix": ["2022-07-13"]}]}""", 23, "prefix match pattern must be a string")]
    [InlineData("[]", 2, "Filter is not an object")]
    [
        InlineData(
            """{"detail": {"state": [{"anything-but": null}]}}""",
            44,
            "Value of anything-but must be an array or single string/number value.")
    ]
    [
        InlineData(
            "this is no JSON",
            5,
            "Unrecognized token 'this': was expecting (JSON String, Number, Array, Object or token 'null', 'true' or 'false')")
    ]
    [InlineData("{'bad': 'quotation'}", 2, "Unexpected character (''' (code 39)): was expecting double-quote to start field name")]
    public void Pattern_that_EventBridge_would_refuse_is_an_error_with_its_place(string pattern, int column, string reason) => Assert.Equal(
        $"Event pattern is not valid. Reason: {reason}\n at [Source: (String)\"{pattern}\"; line: 1, column: {column}]",
        Assert.Throws<FormatException>(() => EventPattern.Parse(pattern)).Message);

    [Theory]
    [InlineData("""{"x":[["y"]]}""", "Match value must be String, number, true, false, or null")]
    [InlineData("""{"x":[{"anything-but":true}]}""", "Value of anything-but must be an array or single string/number value.")]
    [InlineData("""{"x":[{"anything-but":["stopped",null]}]}""", "Inside anything but list, start|null|boolean is not supported.")]
    [
        InlineData(
            """{"x":[{"anything-but":["a",1]}]}""",
            "Inside anything but list, either all values are number or string, mixed type is not supported")
    ]
    [InlineData("""{"$or":[{"a":[1]}]}""", "There must have at least 2 Objects in $or relationship.")]
    [InlineData("""{"$or":[{"prefix":["a"]},{"a":[1]}]}""", "prefix is Ruler reserved fieldName which cannot be used inside $or.")]
    [InlineData("""{"a":["\ud800"]}""", "Incomplete surrogate pair in a text")]
    public void Pattern_that_EventBridge_would_refuse_is_an_error(string pattern, string reason) => Assert.StartsWith(
        $"Event pattern is not valid. Reason: {reason}", Assert.Throws<FormatException>(() =>
            EventPattern.Parse(pattern)).Message, StringComparison.Ordinal);

    [Fact]
    public void No_pattern_fails_otherwise_than_by_its_own_error()
    {
        const string pattern = """{"a":["x",1,null],"detail":{"b":[{"anything-but":["a"]},{"prefix":"x"}],"$or":[{"c":[{"exists":false}]},{"d":["y"]}]}}""";
        var refused = Mutations.Of(pattern).Count(mutated =>
        {
            try
            {
                EventPattern.Parse(mutated).Matches(JsonNode.Parse(Event)!.AsObject());
                return false;
            }
            catch (FormatException e)
            {
                return e.Message.StartsWith("Event pattern is not valid. Reason: ", StringComparison.Ordinal);
            }
        });

        Assert.NotEqual(0, refused);
        Assert.Throws<FormatException>(() => EventPattern.Parse(new string('[', 500)));
        var combinations = string.Join(',', Enumerable.Repeat("""{"a":[1]}""", 40));
        Assert.Throws<FormatException>(() =>
            EventPattern.Parse("""{"x":{"$or":[ALL]},"y":{"$or":[ALL]}}""".Replace("ALL", combinations, StringComparison.Ordinal)));
    }
}
