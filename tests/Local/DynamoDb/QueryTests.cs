using System.Text.Json.Nodes;

namespace Local.Tests.DynamoDb;

public sealed class QueryTests
{
    private readonly TableCloud cloud = new();

    public QueryTests()
    {
        foreach (var (pk, sk, state) in new[] { ("a", 10, "open"), ("a", 9, "done"), ("a", 2, "open"), ("b", 1, "open") })
        {
            cloud.Put($$$"""{"pk":{"S":"{{{pk}}}"},"sk":{"N":"{{{sk}}}"},"state":{"S":"{{{state}}}"},"size":{"N":"{{{sk}}}"}}""");
        }
    }

    [Theory]
    [InlineData("pk = :a", "2,9,10")]
    [InlineData("pk = :a AND sk > :n", "10")]
    [InlineData("sk BETWEEN :n AND :n AND pk = :a", "9")]
    [InlineData("(pk = :a) AND (sk <= :n)", "2,9")]
    public void Partition_is_queried_in_order_of_its_sort_key(string condition, string found) =>
        Assert.Equal(found, Keys(Query($"\"KeyConditionExpression\":\"{condition}\"", condition)));

    [Fact]
    public void Pages_follow_each_other_backwards_too()
    {
        const string Condition = "pk = :a";
        var first = Query($"\"KeyConditionExpression\":\"{Condition}\",\"Limit\":2,\"ScanIndexForward\":false", Condition);
        var second = Query(
            $"\"KeyConditionExpression\":\"{Condition}\",\"Limit\":2,\"ScanIndexForward\":false,\"ExclusiveStartKey\":{first["LastEvaluatedKey"]!.ToJsonString()}", Condition);

        Assert.Equal(("10,9", "2", null), (Keys(first), Keys(second), second["LastEvaluatedKey"]));
    }

    [Fact]
    public void Filter_leaves_out_what_was_read_and_counted()
    {
        var answer = cloud.Send("Query", """
            {"KeyConditionExpression":"pk = :a","FilterExpression":"#state = :open","ProjectionExpression":"sk",
             "ExpressionAttributeNames":{"#state":"state"},"ExpressionAttributeValues":{":a":{"S":"a"},":open":{"S":"open"}}}
            """);

        Assert.Equal("""{"Count":2,"ScannedCount":3,"Items":[{"sk":{"N":"2"}},{"sk":{"N":"10"}}]}""", answer.ToJsonString());
    }

    [Fact]
    public void Index_finds_what_has_its_keys_and_holds_what_it_projects()
    {
        var answer = cloud.Send("Query", """
            {"IndexName":"by-state","KeyConditionExpression":"#state = :open","ExpressionAttributeNames":{"#state":"state"},"ExpressionAttributeValues":{":open":{"S":"open"}}}
            """);

        Assert.Equal("1,2,10", Keys(answer));
        Assert.Equal("""{"pk":{"S":"b"},"sk":{"N":"1"},"state":{"S":"open"}}""", answer["Items"]![0]!.ToJsonString());
    }

    [Theory]
    [InlineData("sk = :n", "Query condition missed key schema element: pk")]
    [InlineData("pk > :a", "Query key condition not supported")]
    [InlineData("pk = :a AND elsewhere = :n", "Query condition missed key schema element: sk")]
    [InlineData("pk = :a OR sk = :n", "Invalid KeyConditionExpression: Invalid operator used in KeyConditionExpression")]
    [InlineData("pk = :n", "One or more parameter values were invalid: Condition parameter type does not match schema type")]
    public void Key_condition_is_about_the_keys(string condition, string problem) =>
        Assert.Equal(problem, (string?)Query($"\"KeyConditionExpression\":\"{condition}\"", condition)["message"]);

    [Fact]
    public void Scan_goes_through_everything_page_by_page()
    {
        var seen = new List<string>();
        string? start = null;
        do
        {
            var page = cloud.Send("Scan", $"{{\"Limit\":3{(start is null ? "" : $",\"ExclusiveStartKey\":{start}")}}}");
            seen.Add(Keys(page));
            start = page["LastEvaluatedKey"]?.ToJsonString();
        }
        while (start is not null);

        Assert.Equal(["2,9,10", "1"], seen);
    }

    [Fact]
    public void Iam_sees_the_table_or_the_index()
    {
        var query = cloud.Resolve("Query", """{"TableName":"ledger","IndexName":"by-state"}""");
        var batch = cloud.Resolve("BatchGetItem", """{"RequestItems":{"ledger":{},"other":{}}}""");

        Assert.Equal(("dynamodb:Query", "arn:aws:dynamodb:eu-west-1:000000000000:table/ledger/index/by-state"), (query.Action, Assert.Single(query.Resources)));
        Assert.Equal(["arn:aws:dynamodb:eu-west-1:000000000000:table/ledger", "arn:aws:dynamodb:eu-west-1:000000000000:table/other"], batch.Resources);
    }

    private static string Keys(JsonObject answer) => string.Join(',', answer["Items"]!.AsArray().Select(item => (string)item!["sk"]!["N"]!));

    private JsonObject Query(string members, string condition)
    {
        var values = new JsonObject();
        if (condition.Contains(":a", StringComparison.Ordinal))
        {
            values[":a"] = new JsonObject { ["S"] = "a" };
        }

        if (condition.Contains(":n", StringComparison.Ordinal))
        {
            values[":n"] = new JsonObject { ["N"] = "9" };
        }

        return cloud.Send("Query", $$$"""{{{{members}}},"ExpressionAttributeValues":{{{values.ToJsonString()}}}}""");
    }
}
