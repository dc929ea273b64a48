namespace Local.Tests.DynamoDb;

public sealed class ItemTests
{
    private readonly TableCloud cloud = new();

    [Theory]
    [InlineData("""{"N":"1.50"}""", """{"N":"1.5"}""")]
    [InlineData("""{"N":"1e3"}""", """{"N":"1000"}""")]
    [InlineData("""{"N":"-0.00120"}""", """{"N":"-0.0012"}""")]
    [InlineData("""{"N":"12345678901234567890123456789012345678"}""", """{"N":"12345678901234567890123456789012345678"}""")]
    [
        InlineData(
            """{"L":[{"M":{"x":{"B":"AAE="}}},{"BOOL":false},{"NULL":true}]}""",
            """{"L":[{"M":{"x":{"B":"AAE="}}},{"BOOL":false},{"NULL":true}]}""")
    ]
    [InlineData("""{"NS":["10","9","1.0"]}""", """{"NS":["1","9","10"]}""")]
    public void Values_come_back_in_the_one_form_that_DynamoDB_keeps(string sent, string kept)
    {
        cloud.Put($$$"""{"pk":{"S":"a"},"sk":{"N":"1"},"v":{{{sent}}}}""");

        Assert.Equal($$$"""{"pk":{"S":"a"},"sk":{"N":"1"},"v":{{{kept}}}}""", cloud.Get());
    }

    [Theory]
    [InlineData("""{"N":"twelve"}""", "The parameter cannot be converted to a numeric value: twelve")]
    [InlineData("""{"N":"123456789012345678901234567890123456789"}""", "Attempting to store more than 38 significant digits in a Number")]
    [InlineData("""{"N":"1e126"}""", "Number overflow. Attempting to store a number with magnitude larger than supported range")]
    [
        InlineData(
            """{"S":"x","N":"1"}""",
            "Supplied AttributeValue has more than one datatypes set, must contain exactly one of the supported datatypes")
    ]
    [InlineData("""{}""", "Supplied AttributeValue is empty, must contain exactly one of the supported datatypes")]
    [InlineData("""{"N":"1.0e100000000"}""", "Number overflow. Attempting to store a number with magnitude larger than supported range")]
    [
        InlineData(
            """{"N":"1e-99999999999999999999"}""",
            "Number underflow. Attempting to store a number with magnitude smaller than supported range")
    ]
    [InlineData("""{"N":""}""", "The parameter cannot be converted to a numeric value")]
    [InlineData("""{"N":"1\n"}""", "The parameter cannot be converted to a numeric value: 1\n")]
    [InlineData("""{"N":null}""", "Supplied AttributeValue is empty, must contain exactly one of the supported datatypes")]
    [InlineData("null", "Supplied AttributeValue is empty, must contain exactly one of the supported datatypes")]
    [InlineData("""{"N":1}""", "NUMBER_VALUE cannot be converted to String")]
    [InlineData("""{"N":1.5}""", "DECIMAL_VALUE cannot be converted to String")]
    [InlineData("""{"S":[]}""", "Unrecognized collection type class java.lang.String")]
    [InlineData("""{"S":{}}""", "Start of structure or map found where not expected")]
    [InlineData("""{"L":{}}""", "Start of structure or map found where not expected")]
    [InlineData("""{"L":[1]}""", "Unexpected value type in payload")]
    [
        InlineData(
            """{"M":[]}""", "Unrecognized collection type java.util.Map<java.lang.String, com.amazonaws.dynamodb.v20120810.AttributeValue>")
    ]
    [InlineData("""{"B":"AB=="}""", "Invalid last non-pad Base64 character dectected")]
    [InlineData("""{"B":"AAA"}""", "Base64 encoded length is expected a multiple of 4 bytes but found: 3")]
    [InlineData("""{"BOOL":1}""", "NUMBER_VALUE cannot be converted to Boolean")]
    [InlineData("""{"NULL":false}""", "One or more parameter values were invalid: Null attribute value types must have the value of true")]
    [InlineData("""{"NS":["1","1.0"]}""", "Input collection contains duplicates")]
    [
        InlineData(
            """{"BS":["AA==","AA=="]}""",
            "One or more parameter values were invalid: Input collection [AA==, AA==]of type BS contains duplicates.")
    ]
    [InlineData("""{"SS":["x",null]}""", "One or more parameter values were invalid: An string set may not have a null element")]
    [InlineData("""{"SS":["x","x"]}""", "One or more parameter values were invalid: Input collection [x, x] contains duplicates.")]
    [InlineData("""{"SS":[]}""", "One or more parameter values were invalid: An string set  may not be empty")]
    public void Value_that_DynamoDB_does_not_take_is_refused(string value, string problem)
    {
        var answer = cloud.Send("PutItem", $$$"""{"Item":{"pk":{"S":"a"},"sk":{"N":"1"},"v":{{{value}}}}}""");

        Assert.Equal(problem, (string?)answer["message"]);
    }

    [Theory]
    [InlineData(409_600 - 7 - 1, null)]
    [InlineData(409_600 - 7 - 1 + 1, "Item size has exceeded the maximum allowed size")]
    public void Item_holds_400_KB_names_included(int length, string? problem)
    {
        var answer = cloud.Send("PutItem", $$$"""{"Item":{"pk":{"S":"a"},"sk":{"N":"1"},"v":{"S":"{{{new string('x', length)}}}"} } }""");

        Assert.Equal(problem, (string?)answer["message"]);
    }

    [Theory]
    [InlineData("""{"pk":{"S":"a"}}""", "One or more parameter values were invalid: Missing the key sk in the item")]
    [
        InlineData(
            """{"pk":{"S":"a"},"sk":{"S":"1"}}""",
            "One or more parameter values were invalid: Type mismatch for key sk expected: N actual: S")
    ]
    [
        InlineData(
            """{"pk":{"S":""},"sk":{"N":"1"}}""",
            "One or more parameter values are not valid. The AttributeValue for a key attribute cannot contain an empty string value. Key: pk")
    ]
    [InlineData(
        """{"pk":{"S":"a"},"sk":{"N":"1"},"state":{"S":""}}""",
        "One or more parameter values are not valid. A value specified for a secondary index key is not supported. "
        + "The AttributeValue for a key attribute cannot contain an empty string value. IndexName: by-state, IndexKey: state")]
    [
        InlineData(
            """{"pk":{"S":"a"},"sk":{"N":"1"},"":{"N":"1"}}""",
            "One or more parameter values were invalid: An attribute name must not be empty")
    ]
    [
        InlineData(
            """{"pk":{"S":"a"},"sk":{"N":"1"},"state":{"N":"1"}}""",
            "One or more parameter values were invalid: Type mismatch for Index Key state Expected: S Actual: N IndexName: by-state")
    ]
    public void Keys_are_checked(string item, string problem) =>
        Assert.Equal(problem, (string?)cloud.Send("PutItem", $$$"""{"Item":{{{item}}}}""")["message"]);

    [Fact]
    public async Task Item_expires_at_its_second()
    {
        var expires = cloud.Clock.GetUtcNow().AddHours(1).ToUnixTimeSeconds();
        cloud.Put($$$"""{"pk":{"S":"a"},"sk":{"N":"1"},"expires":{"N":"{{{expires}}}"}}""");
        cloud.Put($$$"""{"pk":{"S":"a"},"sk":{"N":"2"},"expires":{"S":"{{{expires}}}"}}""");

        await cloud.Clock.AdvanceAsync(TimeSpan.FromMinutes(59), CancellationToken.None);
        Assert.NotNull(cloud.Get());
        await cloud.Clock.AdvanceAsync(TimeSpan.FromMinutes(1), CancellationToken.None);

        Assert.Null(cloud.Get());
        Assert.Equal(1, (int)cloud.Send("Scan", "{}")["Count"]!);
    }

    [Fact]
    public async Task Expiry_that_was_put_off_counts()
    {
        cloud.Put($$$"""{"pk":{"S":"a"},"sk":{"N":"1"},"expires":{"N":"{{{cloud.Clock.GetUtcNow().AddHours(1).ToUnixTimeSeconds()}}}"}}""");
        cloud.Update("SET expires = expires + :day", """{":day":{"N":"86400"}}""");

        await cloud.Clock.AdvanceAsync(TimeSpan.FromHours(2), CancellationToken.None);

        Assert.NotNull(cloud.Get());
    }

    [Fact]
    public void Batches_write_and_read()
    {
        cloud.Send(
            "BatchWriteItem",
            """{"RequestItems":{"ledger":[{"PutRequest":{"Item":{"pk":{"S":"a"},"sk":{"N":"1"}}}},{"PutRequest":{"Item":{"pk":{"S":"a"},"sk":{"N":"2"}}}}]}}""");
        cloud.Send("BatchWriteItem", """{"RequestItems":{"ledger":[{"DeleteRequest":{"Key":{"pk":{"S":"a"},"sk":{"N":"1"}}}}]}}""");

        var answer =
            cloud.Send(
                "BatchGetItem",
                """{"RequestItems":{"ledger":{"Keys":[{"pk":{"S":"a"},"sk":{"N":"1"}},{"pk":{"S":"a"},"sk":{"N":"2"}}]}}}""");

        Assert.Equal("""{"Responses":{"ledger":[{"pk":{"S":"a"},"sk":{"N":"2"}}]},"UnprocessedKeys":{}}""", answer.ToJsonString());
    }

    [Theory]
    [InlineData("TransactWriteItems", "DynamoDB's TransactWriteItems is not done by this local cloud.")]
    [InlineData("PutItem", "DynamoDB's member Expected is not done by this local cloud.")]
    public void What_is_not_done_is_said(string operation, string problem) =>
        Assert.Equal(problem, (string?)cloud.Send(operation, """{"Expected":{}}""")["message"]);

    [Fact]
    public void Missing_table_is_not_found() => Assert.Equal(
        "Requested resource not found", (string?)cloud.Send("Scan", """{"TableName":"other"}""")["message"]);
}
