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
    [InlineData(":a = pk AND :n < sk", "10")]
    public void Partition_is_queried_in_order_of_its_sort_key(string condition, string found) =>
        Assert.Equal(found, Keys(Query($"\"KeyConditionExpression\":\"{condition}\"", condition)));

    [Fact]
    public void Pages_follow_each_other_backwards_too()
    {
        const string Condition = "pk = :a";
        var first = Query($"\"KeyConditionExpression\":\"{Condition}\",\"Limit\":2,\"ScanIndexForward\":false", Condition);
        var second = Query(
            $"\"KeyConditionExpression\":\"{Condition}\",\"Limit\":2,\"ScanIndexForward\":false,\"ExclusiveStartKey\":{first["LastEvaluatedKey"]!.ToJsonString()}",
            Condition);

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
    [InlineData("pk = :a OR sk = :n", "Invalid operator used in KeyConditionExpression: OR")]
    [InlineData("pk = :a AND sk <> :n", "Invalid operator used in KeyConditionExpression: <>")]
    [InlineData("pk = :a AND sk IN (:n)", "Invalid operator used in KeyConditionExpression: IN")]
    [InlineData("pk = :a AND attribute_exists(sk)", "Invalid operator used in KeyConditionExpression: attribute_exists")]
    [InlineData("pk = :a AND size(sk) = :n", "KeyConditionExpressions cannot contain nested operations")]
    [InlineData("pk = :a AND sk.b = :n", "KeyConditionExpressions cannot have conditions on nested attributes")]
    [InlineData("pk = :a AND pk = :a", "KeyConditionExpressions must only contain one condition per key")]
    [InlineData("pk = sk", "Invalid condition in KeyConditionExpression: Multiple attribute names used in one condition")]
    [InlineData(":a = :a", "Invalid condition in KeyConditionExpression: No key attribute specified")]
    [
        InlineData(
            "pk = :a AND :n BETWEEN sk AND :n",
            "Invalid condition in KeyConditionExpression: BETWEEN operator must have the key attribute as its first operand")
    ]
    [InlineData("pk = :a AND sk = :n AND elsewhere = :n", "Conditions can be of length 1 or 2 only")]
    [InlineData("pk = :n", "One or more parameter values were invalid: Condition parameter type does not match schema type")]
    public void Key_condition_is_about_the_keys(string condition, string problem) =>
        Assert.Equal(problem, (string?)Query($"\"KeyConditionExpression\":\"{condition}\"", condition)["message"]);

    [Theory]
    [InlineData("sk = :n", "sk")]
    [InlineData("elsewhere = sk AND elsewhere <> :n", "sk")]
    [InlineData(":n BETWEEN elsewhere AND sk", "sk")]
    [InlineData("contains(elsewhere, pk) OR elsewhere = :n", "pk")]
    public void Filter_is_about_other_attributes(string filter, string key)
    {
        var answer = Query($"\"KeyConditionExpression\":\"pk = :a\",\"FilterExpression\":\"{filter}\"", $":a {filter}");

        Assert.Equal(
            $"Filter Expression can only contain non-primary key attributes: Primary key attribute: {key}", (string?)answer["message"]);
    }

    [Theory]
    [
        InlineData(
            """{"pk":{"S":"b"},"sk":{"N":"9"}}""",
            "pk = :a",
            "The provided starting key is outside query boundaries based on provided conditions")
    ]
    [
        InlineData(
            """{"pk":{"S":"a"},"sk":{"N":"1"}}""",
            "pk = :a AND sk >= :n",
            "The provided starting key does not match the range key predicate")
    ]
    [InlineData("""{"pk":{"S":"a"}}""", "pk = :a", "The provided starting key is invalid")]
    [InlineData("""{"pk":{"S":"a"},"sk":{"N":"9"},"more":{"S":"x"}}""", "pk = :a", "The provided starting key is invalid")]
    [InlineData("""{"pk":{"S":"a"},"sk":{"S":"9"}}""", "pk = :a", "The provided key element does not match the schema")]
    [
        InlineData(
            """{"pk":{"S":"a"},"sk":{}}""",
            "pk = :a",
            "The provided starting key is invalid: Supplied AttributeValue is empty, must contain exactly one of the supported datatypes")
    ]
    public void Starting_key_is_one_that_the_query_could_have_ended_at(string start, string condition, string problem) =>
        Assert.Equal(
            problem, (string?)Query($"\"KeyConditionExpression\":\"{condition}\",\"ExclusiveStartKey\":{start}", condition)["message"]);

    [Theory]
    [
        InlineData(
            "\"Select\":\"ALL_PROJECTED_ATTRIBUTES\"",
            "One or more parameter values were invalid: ALL_PROJECTED_ATTRIBUTES can be used only when Querying using an IndexName")
    ]
    [
        InlineData(
            "\"Select\":\"ALL_ATTRIBUTES\",\"IndexName\":\"by-state\"",
            "One or more parameter values were invalid: Select type ALL_ATTRIBUTES is not supported for global secondary index by-state "
                + "because its projection type is not ALL")
    ]
    [
        InlineData(
            "\"Select\":\"COUNT\",\"ProjectionExpression\":\"pk\"",
            "One or more parameter values were invalid: Cannot specify the ProjectionExpression when choosing to get only the Count")
    ]
    [
        InlineData(
            "\"Select\":\"SPECIFIC_ATTRIBUTES\"",
            "One or more parameter values were invalid: Must specify the AttributesToGet or ProjectionExpression when choosing to get "
                + "SPECIFIC_ATTRIBUTES")
    ]
    [
        InlineData(
            "\"ProjectionExpression\":\"elsewhere.a\",\"IndexName\":\"by-state\"",
            "One or more parameter values were invalid: Global secondary index by-state does not project [elsewhere]")
    ]
    [
        InlineData(
            "\"ProjectionExpression\":\"a,a.b\"",
            "Invalid ProjectionExpression: Two document paths overlap with each other; must remove or rewrite one of these paths; path "
                + "one: [a], path two: [a, b]")
    ]
    [
        InlineData(
            "\"ProjectionExpression\":\"a.b,a[0]\"",
            "Invalid ProjectionExpression: Two document paths conflict with each other; must remove or rewrite one of these paths; path "
                + "one: [a, b], path two: [a, [0]]")
    ]
    [
        InlineData(
            "\"ProjectionExpression\":\"pk.b\"",
            "Key attributes must be scalars; list random access '[]' and map lookup '.' are not allowed: Key: pk")
    ]
    [
        InlineData(
            "\"Limit\":0",
            "1 validation error detected: Value '0' at 'limit' failed to satisfy constraint: Member must have value greater than or equal to 1")
    ]
    [InlineData("\"Limit\":\"1\"", "STRING_VALUE cannot be converted to Integer")]
    [
        InlineData(
            "\"Segment\":1,\"TotalSegments\":1",
            "The Segment parameter is zero-based and must be less than parameter TotalSegments: Segment: 1 is not less than TotalSegments: 1")
    ]
    [
        InlineData(
            "\"Segment\":1", "The TotalSegments parameter is required but was not present in the request when Segment parameter is present")
    ]
    public void Scan_shows_what_there_is(string members, string problem) =>
        Assert.Equal(problem, (string?)cloud.Send("Scan", $"{{{members}}}")["message"]);

    [Fact]
    public void Parallel_scans_share_the_table()
    {
        foreach (var pk in Enumerable.Range(0, 50))
        {
            cloud.Put($$$"""{"pk":{"S":"p{{{pk}}}"},"sk":{"N":"1"}}""");
        }

        var shares = Enumerable.Range(0, 4).Select(segment => Pages($"\"TotalSegments\":4,\"Segment\":{segment},\"Limit\":3,")).ToList();

        Assert.DoesNotContain(shares, share => share.Count is 0 or > 30);
        Assert.Equal(Pages("").Order(StringComparer.Ordinal), shares.SelectMany(share => share).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Local_index_fetches_what_it_does_not_hold()
    {
        await cloud.CreateAsync(
            ("name", "runs"), ("hashKey", "id"), ("rangeKey", "at"), ("billingMode", "PAY_PER_REQUEST"),
            ("attributes", TableCloud.List(
                TableCloud.Block(("name", "id"), ("type", "S")), TableCloud.Block(("name", "at"), ("type", "S")), TableCloud.Block(
                    ("name", "kind"), ("type", "S")))),
            (
                "localSecondaryIndexes",
                TableCloud.List(TableCloud.Block(("name", "by-kind"), ("rangeKey", "kind"), ("projectionType", "KEYS_ONLY")))));
        const string Item = """{"at":{"S":"1"},"id":{"S":"a"},"kind":{"S":"k"},"more":{"N":"1"}}""";
        cloud.Send("PutItem", $$"""{"TableName":"runs","Item":{{Item}}}""");

        const string Query = """{"TableName":"runs","IndexName":"by-kind","KeyConditionExpression":"id = :id","ExpressionAttributeValues":{":id":{"S":"a"}}""";

        Assert.Equal(
            """{"at":{"S":"1"},"id":{"S":"a"},"kind":{"S":"k"}}""", cloud.Send("Query", $"{Query}}}")["Items"]![0]!.ToJsonString());
        Assert.Equal(Item, cloud.Send("Query", $"{Query},\"Select\":\"ALL_ATTRIBUTES\"}}")["Items"]![0]!.ToJsonString());
        Assert.Equal(
            """{"more":{"N":"1"}}""", cloud.Send("Query", $"{Query},\"ProjectionExpression\":\"more\"}}")["Items"]![0]!.ToJsonString());
    }

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

        // The order of partitions means nothing; within one it is that of the sort key.
        Assert.Equal([3, 1], seen.Select(page => page.Split(',').Length));
        string[] all = [.. seen.SelectMany(page => page.Split(','))];
        Assert.Equal(["1", "10", "2", "9"], all.Order(StringComparer.Ordinal));
        Assert.Equal(["2", "9", "10"], all.Where(key => key != "1"));
    }

    [Fact]
    public void Parallel_scan_of_many_items_in_small_pages_gives_each_once()
    {
        // Were a page to go through the table, the 2,000 of them would take minutes.
        const int Items = 20_000;
        var many = new TableCloud();
        for (var i = 0; i < Items; i++)
        {
            many.Put($$$"""{"pk":{"S":"customer-{{{i}}}"},"sk":{"N":"1"}}""");
        }

        var seen = Enumerable.Range(0, 4).SelectMany(segment => Scanned(many, segment)).ToList();

        Assert.Equal((Items, Items), (seen.Count, seen.Distinct().Count()));
    }

    private static IEnumerable<string> Scanned(TableCloud many, int segment)
    {
        JsonNode? start = null;
        do
        {
            var from = start is null ? "" : $",\"ExclusiveStartKey\":{start.ToJsonString()}";
            var page = many.Send("Scan", $"{{\"TotalSegments\":4,\"Segment\":{segment},\"Limit\":10{from}}}");
            foreach (var item in page["Items"]!.AsArray())
            {
                yield return (string)item!["pk"]!["S"]!;
            }

            start = page["LastEvaluatedKey"];
        }
        while (start is not null);
    }

    [Fact]
    public void Iam_sees_the_table_or_the_index()
    {
        var query = cloud.Resolve("Query", """{"TableName":"ledger","IndexName":"by-state"}""");
        var batch = cloud.Resolve("BatchGetItem", """{"RequestItems":{"ledger":{},"other":{}}}""");

        Assert.Equal(
            ("dynamodb:Query", "arn:aws:dynamodb:eu-west-1:000000000000:table/ledger/index/by-state"),
            (query.Action, Assert.Single(query.Resources)));
        Assert.Equal(
            ["arn:aws:dynamodb:eu-west-1:000000000000:table/ledger", "arn:aws:dynamodb:eu-west-1:000000000000:table/other"],
            batch.Resources);
    }

    private List<string> Pages(string members)
    {
        var seen = new List<string>();
        string? start = null;
        do
        {
            var page = cloud.Send("Scan", $"{{{members}\"ExclusiveStartKey\":{start ?? "null"}}}");
            seen.AddRange(page["Items"]!.AsArray().Select(item => item!.ToJsonString()));
            start = page["LastEvaluatedKey"]?.ToJsonString();
        }
        while (start is not null);
        return seen;
    }

    private static string Keys(JsonObject answer) =>
        string.Join(',', answer["Items"]!.AsArray().Select(item => (string)item!["sk"]!["N"]!));

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

        return cloud.Send(
            "Query", $$$"""{{{{members}}}{{{(values.Count > 0 ? $",\"ExpressionAttributeValues\":{values.ToJsonString()}" : "")}}}}""");
    }
}
