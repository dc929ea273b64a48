namespace Local.Tests.DynamoDb;

public sealed class UpdateTests
{
    private const string Key = "\"pk\":{\"S\":\"a\"},\"sk\":{\"N\":\"1\"}";
    private readonly TableCloud cloud = new();

    [Theory]
    [InlineData("SET n = n + :v", """{":v":{"N":"0.1"}}""", "\"n\":{\"N\":\"1.3\"}")]
    [InlineData("SET n = if_not_exists(absent, :v) - n", """{":v":{"N":"10"}}""", "\"n\":{\"N\":\"8.8\"}")]
    [
        InlineData(
            "SET notes[9] = :v, notes[5] = :w, notes[7] = :w",
            """{":v":{"S":"z"},":w":{"S":"y"}}""",
            "{\"S\":\"b\"},{\"S\":\"y\"},{\"S\":\"y\"},{\"S\":\"z\"}]")
    ]
    [InlineData("REMOVE notes[0] SET notes[1] = :v", """{":v":{"S":"z"}}""", "\"notes\":{\"L\":[{\"S\":\"z\"}]}")]
    [InlineData("REMOVE m.l[0], m.l[1][0]", "{}", "\"m\":{\"M\":{\"l\":{\"L\":[{\"L\":[]}]}}}")]
    [InlineData("REMOVE notes[17]", "{}", "\"notes\":{\"L\":[{\"S\":\"a\"},{\"S\":\"b\"}]}")]
    [InlineData("SET n = (n + :v)", """{":v":{"N":"1"}}""", "\"n\":{\"N\":\"2.2\"}")]
    [InlineData("SET n = if_not_exists(n, :v)", """{":v":{"N":"10"}}""", "\"n\":{\"N\":\"1.2\"}")]
    [
        InlineData(
            "SET notes = list_append(notes, :v)",
            """{":v":{"L":[{"S":"c"}]}}""",
            "\"notes\":{\"L\":[{\"S\":\"a\"},{\"S\":\"b\"},{\"S\":\"c\"}]}")
    ]
    [InlineData("REMOVE notes[0], notes[1]", "{}", "\"notes\":{\"L\":[]}")]
    [InlineData("SET notes[9] = :v", """{":v":{"S":"z"}}""", "{\"S\":\"b\"},{\"S\":\"z\"}]")]
    [InlineData("SET m.nested = :v REMOVE n, m.l", """{":v":{"BOOL":true}}""", "\"m\":{\"M\":{\"nested\":{\"BOOL\":true}}}")]
    [InlineData("ADD n :v", """{":v":{"N":"-1.2"}}""", "\"n\":{\"N\":\"0\"}")]
    [InlineData("ADD seen :v", """{":v":{"SS":["b","a"]}}""", "\"seen\":{\"SS\":[\"a\",\"b\"]}")]
    [InlineData("DELETE tags :v", """{":v":{"SS":["x"]}}""", "\"tags\":{\"SS\":[\"y\"]}")]
    public void Item_is_updated(string expression, string values, string expected)
    {
        cloud.Put(
            $$$"""{{{{Key}}},"n":{"N":"1.20"},"notes":{"L":[{"S":"a"},{"S":"b"}]},"m":{"M":{"l":{"L":[{"L":[{"N":"0"}]},{"L":[{"N":"1"}]}]} } },"tags":{"SS":["x","y"]}}""");

        Assert.Empty(cloud.Update(expression, values));

        Assert.Contains(expected, cloud.Get()!, StringComparison.Ordinal);
    }

    [Fact]
    public void Values_come_from_the_item_as_it_was()
    {
        cloud.Put($$$"""{{{{Key}}},"x":{"N":"1"},"y":{"N":"2"}}""");

        var answer = cloud.Update("SET x = y, y = x", more: ",\"ReturnValues\":\"UPDATED_NEW\"");

        Assert.Equal("""{"Attributes":{"x":{"N":"2"},"y":{"N":"1"}}}""", answer.ToJsonString());
    }

    [Theory]
    [InlineData("ALL_OLD", """{"n":{"N":"1"},"pk":{"S":"a"},"sk":{"N":"1"}}""")]
    [InlineData("ALL_NEW", """{"n":{"N":"2"},"pk":{"S":"a"},"sk":{"N":"1"}}""")]
    [InlineData("UPDATED_OLD", """{"n":{"N":"1"}}""")]
    [InlineData("UPDATED_NEW", """{"n":{"N":"2"}}""")]
    [InlineData("NONE", null)]
    public void Answer_holds_what_was_asked_for(string returnValues, string? attributes)
    {
        cloud.Put($$$"""{{{{Key}}},"n":{"N":"1"}}""");

        var answer = cloud.Update("ADD n :one", """{":one":{"N":"1"}}""", $",\"ReturnValues\":\"{returnValues}\"");

        Assert.Equal(attributes, answer["Attributes"]?.ToJsonString());
    }

    [Fact]
    public void Update_makes_an_item_that_is_not_there()
    {
        cloud.Update("ADD n :one", """{":one":{"N":"1"}}""");

        Assert.Equal("""{"n":{"N":"1"},"pk":{"S":"a"},"sk":{"N":"1"}}""", cloud.Get());
    }

    [Theory]
    [InlineData("SET pk = :v", "One or more parameter values were invalid: Cannot update attribute pk. This attribute is part of the key")]
    [
        InlineData(
            "SET x = :v, x = :v",
            "Invalid UpdateExpression: Two document paths overlap with each other; must remove or rewrite one of these paths; path one: "
                + "[x], path two: [x]")
    ]
    [InlineData("SET x = :v SET y = :v", "Invalid UpdateExpression: The \"SET\" section can only be used once in an update expression;")]
    [InlineData("SET x.y = :v", "The document path provided in the update expression is invalid for update")]
    [InlineData("SET x = nowhere, z = :v", "The provided expression refers to an attribute that does not exist in the item")]
    [
        InlineData(
            "SET x = :v + :v",
            "Invalid UpdateExpression: Incorrect operand type for operator or function; operator or function: +, operand type: S")
    ]
    [
        InlineData(
            "SET x = list_append(:v, y)",
            "Invalid UpdateExpression: Incorrect operand type for operator or function; operator or function: list_append, operand type: S")
    ]
    [
        InlineData(
            "SET x = list_append(list_append(y, z), :v)",
            "Invalid UpdateExpression: The function is not allowed to be used this way in an expression; function: list_append")
    ]
    [
        InlineData(
            "SET x = if_not_exists(:v, :v)",
            "Invalid UpdateExpression: Operator or function requires a document path; operator or function: if_not_exists")
    ]
    [
        InlineData(
            "SET x = list_append(:v)",
            "Invalid UpdateExpression: Incorrect number of operands for operator or function; operator or function: list_append, number of "
                + "operands: 1")
    ]
    [InlineData("SET x = f(:v)", "Invalid UpdateExpression: Invalid function name; function: f")]
    [InlineData("SET x = _f(:v)", "Invalid UpdateExpression: Syntax error; token: \"_\", near: \"= _ f\"")]
    [
        InlineData(
            "SET x.y = :v, x[1] = :v",
            "Invalid UpdateExpression: Two document paths conflict with each other; must remove or rewrite one of these paths; path one: "
                + "[x, y], path two: [x, [1]]")
    ]
    [
        InlineData(
            "ADD x :v", "Invalid UpdateExpression: Incorrect operand type for operator or function; operator: ADD, operand type: STRING")
    ]
    [
        InlineData(
            "DELETE x :v",
            "Invalid UpdateExpression: Incorrect operand type for operator or function; operator: DELETE, operand type: STRING")
    ]
    [
        InlineData(
            "SET #state.x = :v",
            "Key attributes must be scalars; list random access '[]' and map lookup '.' are not allowed: IndexKey: state")
    ]
    [
        InlineData(
            "SET #state = if_not_exists(#state, y), y = :v",
            "The provided expression refers to an attribute that does not exist in the item")
    ]
    [InlineData("SET state = :n, z = :v", "Invalid UpdateExpression: Attribute name is a reserved keyword; reserved keyword: state")]
    public void Update_that_cannot_be_is_refused_and_changes_nothing(string expression, string problem)
    {
        cloud.Put($$$"""{{{{Key}}}}""");

        var names = expression.Contains("#state", StringComparison.Ordinal) ? ""","ExpressionAttributeNames":{"#state":"state"}""" : "";
        var answer = cloud.Update(expression, """{":v":{"S":"text"}}""", names);

        Assert.Equal(problem, (string?)answer["message"]);
        Assert.Equal($$$"""{{{{Key}}}}""", cloud.Get());
    }

    [Theory]
    [InlineData("REMOVE n")]
    [InlineData("REMOVE m.nested, l[0]")]
    [InlineData("DELETE tags :v", """{":v":{"SS":["x"]}}""")]
    public void Update_that_only_takes_away_makes_no_item(string expression, string values = "{}")
    {
        Assert.Empty(cloud.Update(expression, values));

        Assert.Null(cloud.Get());
    }

    [Theory]
    [
        InlineData(
            """{"S":""}""",
            "The update expression attempted to update the secondary index key to a value that is not supported. The AttributeValue for a "
                + "key attribute cannot contain an empty string value.")
    ]
    [
        InlineData(
            """{"N":"1"}""",
            "One or more parameter values were invalid: Type mismatch for Index Key state Expected: S Actual: N IndexName: by-state")
    ]
    public void Index_key_is_checked(string value, string problem)
    {
        var answer = cloud.Update("SET #state = :v", $$"""{":v":{{value}}}""", ",\"ExpressionAttributeNames\":{\"#state\":\"state\"}");

        Assert.Equal(problem, (string?)answer["message"]);
        Assert.Null(cloud.Get());
    }
}
