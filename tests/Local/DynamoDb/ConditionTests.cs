using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

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
    [InlineData("contains(bytes, :middle)", true)]
    [InlineData("begins_with(bytes, :middle)", false)]
    [InlineData("attribute_type(:x, :type)", true)]
    [InlineData("size(:x) = :one", true)]
    [InlineData("begins_with(:x, title)", false)]
    [InlineData("(title) = (:x)", false)]
    [InlineData("((n = :three) AND attribute_exists(title)) OR n = :two", true)]
    [InlineData("absent <> :x", true)]
    [InlineData("absent = :x", false)]
    [InlineData("title > :two", false)]
    [InlineData("(n = :two OR n = :three) AND attribute_exists(title)", true)]
    public void Condition_is_evaluated(string condition, bool? holds)
    {
        cloud.Put("""
            {"pk":{"S":"a"},"sk":{"N":"1"},"n":{"N":"3.0"},"title":{"S":"xyz"},"bytes":{"B":"AAEC"},"tags":{"SS":["x","y"]},
             "deep":{"M":{"parts":{"L":[{"NULL":true},{"M":{"here":{"S":"x"}}}]}}}}
            """);
        var values = new JsonObject
        {
            [":two"] = N("2"),
            [":three"] = N("3"),
            [":ten"] = N("1E1"),
            [":x"] = new JsonObject { ["S"] = "x" }
        };
        (values[":one"], values[":type"], values[":middle"]) = (N("1"), new JsonObject { ["S"] = "S" }, new JsonObject { ["B"] = "AQ==" });
        foreach (var unused in values.Select(value => value.Key).Where(key => !Regex.IsMatch(condition, $"{key}\\b")).ToList())
        {
            values.Remove(unused);
        }

        var answer =
            cloud.Send(
                "DeleteItem",
                $$$"""{"Key":{"pk":{"S":"a"},"sk":{"N":"1"}},"ConditionExpression":"{{{condition}}}","ExpressionAttributeValues":{{{values}}}}""");

        Assert.Equal(
            holds switch { true => null, false => Failed, null => "com.amazonaws.dynamodb.v20120810#ValidationException" },
            answer["__type"]?.ToString());

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
    [InlineData("((pk = :v))", "The expression has redundant parentheses;")]
    [
        InlineData(
            "pk <> pk",
            "The first operand must be distinct from the remaining operands for this operator or function; operator: <>, first operand: [pk]")
    ]
    [
        InlineData(
            "contains(a.b[1], a.b[1])",
            "The first operand must be distinct from the remaining operands for this operator or function; operator: contains, first "
                + "operand: [a, b, [1]]")
    ]
    [InlineData("attribute_type(pk, :v)", "Invalid attribute type name found; type: x, valid types: {B,NULL,SS,BOOL,L,BS,N,NS,S,M}")]
    [
        InlineData(
            "begins_with(pk, size(sk))",
            "Incorrect operand type for operator or function; operator or function: begins_with, operand type: N")
    ]
    [InlineData("size(pk)", "The function is not allowed to be used this way in an expression; function: size")]
    [InlineData("contains(pk, contains(sk, :v))", "The function is not allowed to be used this way in an expression; function: contains")]
    [InlineData("attribute_exists(:v)", "Operator or function requires a document path; operator or function: attribute_exists")]
    [InlineData("status = :none AND exists(pk)", "Invalid function name; function: exists")]
    [InlineData("status = :none", "Attribute name is a reserved keyword; reserved keyword: status")]
    [InlineData("_pk = :v", "Syntax error; token: \"_\", near: \"_ pk\"")]
    [InlineData("pk", "Syntax error; token: \"<EOF>\", near: \"pk\"")]
    [
        InlineData(
            "begins_with(pk)",
            "Incorrect number of operands for operator or function; operator or function: begins_with, number of operands: 1")
    ]
    public void Malformed_condition_is_named_in_the_words_of_AWS(string condition, string problem)
    {
        var answer =
            cloud.Send(
                "DeleteItem",
                $$$"""{"Key":{"pk":{"S":"a"},"sk":{"N":"1"}},"ConditionExpression":"{{{condition}}}","ExpressionAttributeValues":{":v":{"S":"x"} } }""");

        Assert.Equal($"Invalid ConditionExpression: {problem}", (string?)answer["message"]);
    }

    [Fact]
    public void Placeholder_that_no_expression_uses_is_refused()
    {
        var answer =
            cloud.Send(
                "DeleteItem",
                """{"Key":{"pk":{"S":"a"},"sk":{"N":"1"}},"ConditionExpression":"attribute_exists(pk)","ExpressionAttributeValues":{":v":{"S":"x"}}}""");

        Assert.Equal("Value provided in ExpressionAttributeValues unused in expressions: keys: {:v}", (string?)answer["message"]);
    }

    [Theory]
    [InlineData(":list < pk", "Incorrect operand type for operator or function; operator: <, operand type: L")]
    [
        InlineData(
            "pk BETWEEN :two AND :one",
            "The BETWEEN operator requires upper bound to be greater than or equal to lower bound; lower bound operand: AttributeValue: "
                + "{N:2}, upper bound operand: AttributeValue: {N:1}")
    ]
    [
        InlineData(
            "begins_with(pk, :one)", "Incorrect operand type for operator or function; operator or function: begins_with, operand type: N")
    ]
    public void Values_in_a_condition_have_the_types_that_it_takes(string condition, string problem)
    {
        var values = new JsonObject
        {
            [":list"] = new JsonObject { ["L"] = new JsonArray() },
            [":one"] = new JsonObject { ["N"] = "1" },
            [":two"] = new JsonObject { ["N"] = "2" }
        };
        foreach (var unused in values.Select(value => value.Key).Where(key => !condition.Contains(key, StringComparison.Ordinal)).ToList())
        {
            values.Remove(unused);
        }

        var answer =
            cloud.Send(
                "DeleteItem",
                $$$"""{"Key":{"pk":{"S":"a"},"sk":{"N":"1"}},"ConditionExpression":"{{{condition}}}","ExpressionAttributeValues":{{{values.ToJsonString()}}}}""");

        Assert.Equal($"Invalid ConditionExpression: {problem}", (string?)answer["message"]);
    }

    [Theory]
    [InlineData("a", 4096, " = a", "Expression size has exceeded the maximum allowed size; expression size: 4100")]
    [InlineData("(", 4096, "", "Syntax error; token: \"<EOF>\", near: \"(\"")]
    [InlineData("NOT ", 1000, "attribute_exists(a)", "The expression contains too many operators; operator count: 301")]
    [InlineData("size(", 600, "a", "Syntax error; token: \"<EOF>\", near: \"a\"")]
    public void Expressions_have_limits(string repeated, int times, string rest, string problem)
    {
        var condition = string.Concat(Enumerable.Repeat(repeated, times)) + rest;

        var answer = cloud.Send("DeleteItem", $$$"""{"Key":{"pk":{"S":"a"},"sk":{"N":"1"}},"ConditionExpression":"{{{condition}}}"}""");

        Assert.Equal($"Invalid ConditionExpression: {problem}", (string?)answer["message"]);
    }

    [Theory]
    [InlineData("\"ExpressionAttributeNames\":{\"#a\":\"a\"}", "ExpressionAttributeNames can only be specified when using expressions")]
    [
        InlineData(
            "\"ExpressionAttributeValues\":{\":a\":{\"S\":\"a\"}}",
            "ExpressionAttributeValues can only be specified when using expressions: ConditionExpression is null")
    ]
    [
        InlineData(
            "\"ConditionExpression\":\"attribute_exists(a)\",\"ExpressionAttributeNames\":{}", "ExpressionAttributeNames must not be empty")
    ]
    [
        InlineData(
            "\"ConditionExpression\":\"attribute_exists(a)\",\"ExpressionAttributeValues\":{}",
            "ExpressionAttributeValues must not be empty")
    ]
    [InlineData(
        "\"ConditionExpression\":\"a = :a\",\"ExpressionAttributeValues\":{\":a\":{\"N\":\"x\"}}",
        "ExpressionAttributeValues contains invalid value: The parameter cannot be converted to a numeric value: x for key :a")]
    [
        InlineData(
            "\"ConditionExpression\":\"a = :a\",\"ExpressionAttributeValues\":{\":a!\":{\"N\":\"1\"}}",
            "ExpressionAttributeValues contains invalid key: Syntax error; key: \":a!\"")
    ]
    [InlineData("\"ReturnValues\":\"ALL_NEW\"", "ReturnValues can only be ALL_OLD or NONE")]
    [InlineData(
        "\"ReturnValues\":\"X\"",
        "1 validation error detected: Value 'X' at 'returnValues' failed to satisfy constraint: Member must satisfy enum value set: "
            + "[ALL_NEW, UPDATED_OLD, ALL_OLD, NONE, UPDATED_NEW]")]
    [
        InlineData(
            "\"TableName\":\"t;\"",
            "2 validation errors detected: Value 't;' at 'tableName' failed to satisfy constraint: Member must satisfy regular expression "
                + "pattern: [a-zA-Z0-9_.-]+; Value 't;' at 'tableName' failed to satisfy constraint: Member must have length greater than "
                    + "or equal to 3")
    ]
    public void Parameters_are_checked(string members, string problem) =>
        Assert.Equal(problem, (string?)cloud.Send("DeleteItem", $$$"""{"Key":{"pk":{"S":"a"},"sk":{"N":"1"}},{{{members}}}}""")["message"]);

    [Theory]
    [InlineData(2048, null)]
    [InlineData(2049, "One or more parameter values were invalid: Size of hashkey has exceeded the maximum size limit of2048 bytes")]
    public void Keys_have_limits(int length, string? problem)
    {
        var key = $$$"""{"pk":{"S":"{{{new string('x', length)}}}"},"sk":{"N":"1"}}""";

        Assert.Equal(problem, (string?)cloud.Send("PutItem", $$"""{"Item":{{key}}}""")["message"]);
        Assert.Equal(problem, (string?)cloud.Send("GetItem", $$"""{"Key":{{key}}}""")["message"]);
    }

    [Theory]
    [InlineData(32, null)]
    [InlineData(33, "Nesting Levels have exceeded supported limits: Attributes in the item have nested levels beyond supported limit")]
    public void Values_nest_32_levels(int levels, string? problem)
    {
        var value = string.Concat(Enumerable.Repeat("""{"L":[""", levels)) + string.Concat(Enumerable.Repeat("]}", levels));

        var answer = cloud.Send("PutItem", $$$"""{"Item":{"pk":{"S":"a"},"sk":{"N":"1"},"deep":{{{value}}}}}""");

        Assert.Equal(problem, (string?)answer["message"]);
        Assert.Equal(problem is null, cloud.Get()?.Contains(value, StringComparison.Ordinal) is true);
    }
}
