namespace Local.Tests.DynamoDb;

public sealed class TableResourceTests
{
    private readonly TableCloud cloud = new();

    [Fact]
    public async Task Stack_creates_a_table()
    {
        var state = await cloud.CreateAsync(
            ("name", "runs"), ("hashKey", "id"), ("billingMode", "PAY_PER_REQUEST"), ("attributes", TableCloud.List(TableCloud.Block(("name", "id"), ("type", "S")))),
            ("pointInTimeRecovery", TableCloud.Block(("enabled", true))), ("serverSideEncryption", TableCloud.Block(("enabled", true))), ("deletionProtectionEnabled", true));

        Assert.Equal(("runs", "arn:aws:dynamodb:eu-west-1:000000000000:table/runs"), (state.Id, state.Outputs["arn"]));
        var table = cloud.Send("DescribeTable", """{"TableName":"runs"}""")["Table"]!;
        Assert.Equal("""[{"AttributeName":"id","KeyType":"HASH"}]""", table["KeySchema"]!.ToJsonString());
        Assert.Equal("ACTIVE", (string?)table["TableStatus"]);
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

        var error = await Assert.ThrowsAsync<ArgumentException>(() => cloud.CreateAsync([.. inputs.Select(input => (input.Key, input.Value))]));

        Assert.Equal($"{TableCloud.Type} 'ledger': {problem}.", error.Message);
    }
}
