namespace Local.Tests.DynamoDb;

public sealed class TableResourceTests
{
    private readonly TableCloud cloud = new();

    [Fact]
    public async Task Stack_creates_a_table()
    {
        var state = await cloud.CreateAsync(
            ("name", "runs"), ("hashKey", "id"), ("billingMode", "PAY_PER_REQUEST"), (
                "attributes", TableCloud.List(TableCloud.Block(("name", "id"), ("type", "S")))),
            ("pointInTimeRecovery", TableCloud.Block(("enabled", true))), (
                "serverSideEncryption", TableCloud.Block(("enabled", true))), ("deletionProtectionEnabled", true));

        Assert.Equal(("runs", "arn:aws:dynamodb:eu-west-1:000000000000:table/runs"), (state.Id, state.Outputs["arn"]));
        var table = cloud.Send("DescribeTable", """{"TableName":"runs"}""")["Table"]!;
        Assert.Equal("""[{"AttributeName":"id","KeyType":"HASH"}]""", table["KeySchema"]!.ToJsonString());
        Assert.Equal("ACTIVE", (string?)table["TableStatus"]);
        Assert.True(Guid.TryParseExact((string?)table["TableId"], "D", out _));
        Assert.Equal((0, 0), ((int)table["TableSizeBytes"]!, (int)table["ProvisionedThroughput"]!["WriteCapacityUnits"]!));
        Assert.Equal(
            table["CreationDateTime"]!.ToJsonString(), table["BillingModeSummary"]!["LastUpdateToPayPerRequestDateTime"]!.ToJsonString());
    }

    [Theory]
    [InlineData("streamEnabled", true, "streamEnabled is not done by this local cloud")]
    [InlineData("rangeKey", "when", "attributes lack when, which is part of a key")]
    [InlineData("billingMode", "PROVISIONED", "billingMode is PROVISIONED, which needs readCapacity and writeCapacity of at least 1")]
    [InlineData("name", "a b", "name 'a b' is not 3 to 255 letters, digits, hyphens, underscores and dots")]
    public async Task Table_that_AWS_would_refuse_or_this_cloud_does_not_do_is_an_error(string key, object value, string problem)
    {
        var inputs = new Dictionary<string, object>
        {
            ["hashKey"] = "id",
            ["billingMode"] = "PAY_PER_REQUEST",
            ["attributes"] = TableCloud.List(TableCloud.Block(("name", "id"), ("type", "S"))),
            [key] = value,
        };

        var error =
            await Assert.ThrowsAsync<ArgumentException>(() => cloud.CreateAsync([.. inputs.Select(input => (input.Key, input.Value))]));

        Assert.Equal($"{TableCloud.Type} 'ledger': {problem}.", error.Message);
    }

    [Fact]
    public void Description_tells_what_table_and_index_hold()
    {
        cloud.Put("""{"pk":{"S":"a"},"sk":{"N":"1"},"state":{"S":"open"},"more":{"S":"xyz"}}""");
        cloud.Put("""{"pk":{"S":"b"},"sk":{"N":"1"}}""");

        var table = cloud.Send("DescribeTable", "{}")["Table"]!;

        Assert.Equal((2, 30), ((int)table["ItemCount"]!, (int)table["TableSizeBytes"]!));
        Assert.Equal(
            (1, 16),
            ((int)table["GlobalSecondaryIndexes"]![0]!["ItemCount"]!, (int)table["GlobalSecondaryIndexes"]![0]!["IndexSizeBytes"]!));
    }

    [Fact]
    public async Task Tables_are_listed_page_by_page()
    {
        await cloud.CreateAsync(
            ("name", "runs"), ("hashKey", "id"), ("billingMode", "PAY_PER_REQUEST"), (
                "attributes", TableCloud.List(TableCloud.Block(("name", "id"), ("type", "S")))));

        Assert.Equal(
            """{"TableNames":["ledger"],"LastEvaluatedTableName":"ledger"}""",
            cloud.Send("ListTables", """{"TableName":null,"Limit":1}""").ToJsonString());
        Assert.Equal(
            """{"TableNames":["runs"]}""",
            cloud.Send("ListTables", """{"TableName":null,"ExclusiveStartTableName":"ledger"}""").ToJsonString());
    }
}
