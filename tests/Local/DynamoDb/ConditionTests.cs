using System.Text.Json.Nodes;

namespace Local.Tests.DynamoDb;

public sealed class ConditionTests
{
    private const string Failed = "com.amazonaws.dynamodb.v20120810#ConditionalCheckFailedException";
    private readonly TableCloud cloud = new();

    [Fact]
    public void Conditional_put_takes_an_id_once_and_shows_who_has_it()
    {
        const string Put = """{"Item":{"pk":{"S":"a"},"sk":{"N":"1"},"by":{"S":"second"}},"ConditionExpression":"attribute_not_exists(pk)","ReturnValuesOnConditionCheckFailure":"ALL_OLD"}""";
        cloud.Put("""{"pk":{"S":"a"},"sk":{"N":"1"},"owner":{"S":"first"}}""");

        var answer = cloud.Send("PutItem", Put.Replace("\"by\"", "\"owner\"", StringComparison.Ordinal));

        Assert.Equal(
            $$$$"""{"__type":"{{{{Failed}}}}","message":"The conditional request failed","Item":{"owner":{"S":"first"},"pk":{"S":"a"},"sk":{"N":"1"}}}""",
            answer.ToJsonString());
        Assert.Contains("first", cloud.Get()!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_many_conditional_puts_at_once_exactly_one_succeeds()
    {
        const string Put = """{"Item":{"pk":{"S":"a"},"sk":{"N":"1"}},"ConditionExpression":"attribute_not_exists(pk)"}""";

        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Task.Run(() => cloud.Send("PutItem", Put))));

        Assert.Single(answers, answer => answer.Count == 0);
    }

    [Theory]
    [InlineData("size(tags) = :two AND contains(tags, :x)", true)]
    [InlineData("NOT contains(tags, :x) OR n > :two", true)]
    [InlineData("n BETWEEN :two AND :ten", true)]
    [InlineData("n IN (:two, :ten)", false)]
    [InlineData("begins_with(title, :x)", true)]
    [InlineData("attribute_type(title, :x)", null)]
    [InlineData("deep.parts[1].here = :x", true)]
    [InlineData("deep.parts[7] = :x", false)]
    [InlineData("absent <> :x", true)]
    [InlineData("absent = :x", false)]
    [InlineData("title > :two", false)]
    [InlineData("(n = :two OR n = :three) AND attribute_exists(title)", true)]
    public void Condition_is_evaluated(string condition, bool? holds)
    {
        cloud.Put("""
            {"pk":{"S":"a"},"sk":{"N":"1"},"n":{"N":"3.0"},"title":{"S":"xyz"},"tags":{"SS":["x","y"]},
             "deep":{"M":{"parts":{"L":[{"NULL":true},{"M":{"here":{"S":"x"}}}]}}}}
            """);
        var values = new JsonObject { [":two"] = N("2"), [":three"] = N("3"), [":ten"] = N("1E1"), [":x"] = new JsonObject { ["S"] = "x" } };
        foreach (var unused in values.Select(value => value.Key).Where(key => !condition.Contains(key, StringComparison.Ordinal)).ToList())
        {
            values.Remove(unused);
        }

        var answer = cloud.Send("DeleteItem", $$$"""{"Key":{"pk":{"S":"a"},"sk":{"N":"1"}},"ConditionExpression":"{{{condition}}}","ExpressionAttributeValues":{{{values}}}}""");

        Assert.Equal(holds switch { true => null, false => Failed, null => "com.amazonaws.dynamodb.v20120810#ValidationException" }, answer["__type"]?.ToString());

        static JsonObject N(string number) => new() { ["N"] = number };
    }

    [Theory]
    [InlineData("", "The expression can not be empty;")]
    [InlineData("pk = :v extra", "Syntax error; token: \"extra\", near: \":v extra\"")]
    [InlineData("pk =", "Syntax error; token: \"<EOF>\", near: \"=\"")]
    [InlineData("pk = :none", "An expression attribute value used in expression is not defined; attribute value: :none")]
    [InlineData("#none = :v", "An expression attribute name used in the document path is not defined; attribute name: #none")]
    [InlineData("status = :v", "Attribute name is a reserved keyword; reserved keyword: status")]
    [InlineData("exists(pk)", "Invalid function name; function: exists")]
    [InlineData("begins_with(pk)", "Incorrect number of operands for operator or function; operator or function: begins_with, number of operands: 1")]
    public void Malformed_condition_is_named_in_the_words_of_AWS(string condition, string problem)
    {
        var answer = cloud.Send("DeleteItem", $$$"""{"Key":{"pk":{"S":"a"},"sk":{"N":"1"}},"ConditionExpression":"{{{condition}}}","ExpressionAttributeValues":{":v":{"S":"x"} } }""");

        Assert.Equal($"Invalid ConditionExpression: {problem}", (string?)answer["message"]);
    }

    [Fact]
    public void Placeholder_that_no_expression_uses_is_refused()
    {
        var answer = cloud.Send("DeleteItem", """{"Key":{"pk":{"S":"a"},"sk":{"N":"1"}},"ConditionExpression":"attribute_exists(pk)","ExpressionAttributeValues":{":v":{"S":"x"}}}""");

        Assert.Equal("Value provided in ExpressionAttributeValues unused in expressions: keys: {:v}", (string?)answer["message"]);
    }
}
