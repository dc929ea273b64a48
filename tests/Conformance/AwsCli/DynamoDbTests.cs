using System.Collections.Immutable;
using Engagement.Local.DynamoDb;

namespace Conformance.Tests.AwsCli;

/// <summary>What the customers' store asks of DynamoDB, asked by the AWS CLI.</summary>
[Collection(RunningEnvironment.Name)]
public sealed class DynamoDbTests(CommandLine aws) : IClassFixture<CommandLine>
{
    [Fact]
    public async Task Segments_of_a_scan_give_each_item_once_page_by_page()
    {
        var table = await DeclareAsync("cli-scan");
        string[] ids = ["a", "b", "c", "d", "e"];
        foreach (var id in ids)
        {
            await PutAsync(table, id, 1);
        }

        var seen = new List<string>();
        foreach (var segment in new[] { "0", "1", "2" })
        {
            var page = await aws.SucceedAsync(
                "dynamodb", "scan", "--table-name", table, "--total-segments", "3", "--segment", segment, "--page-size", "1");
            seen.AddRange(page.GetProperty("Items").EnumerateArray().Select(item => item.GetProperty("id").GetProperty("S").GetString()!));
        }

        Assert.Equal(ids, seen.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_batch_gives_the_items_that_there_are()
    {
        var table = await DeclareAsync("cli-batch");
        await PutAsync(table, "a", 1);

        var answer = await aws.SucceedAsync("dynamodb", "batch-get-item", "--request-items", $$$"""
            {"{{{table}}}":{"Keys":[{"id":{"S":"a"}},{"id":{"S":"b"}}],"ConsistentRead":true} }
            """);

        var item = Assert.Single(answer.GetProperty("Responses").GetProperty(table).EnumerateArray());
        Assert.Equal("a", item.GetProperty("id").GetProperty("S").GetString());
    }

    [Fact]
    public async Task A_write_that_comes_too_late_is_named_as_aws_names_it()
    {
        var table = await DeclareAsync("cli-revision");
        await PutAsync(table, "a", 2);

        Assert.Equal("ConditionalCheckFailedException", await aws.FailAsync(
            "dynamodb", "put-item", "--table-name", table, "--item", Item("a", 3), "--condition-expression", "revision = :one",
            "--expression-attribute-values", """{":one":{"N":"1"}}""", "--return-values-on-condition-check-failure", "ALL_OLD"));
    }

    private static string Item(string id, int revision) => $$$"""{"id":{"S":"{{{id}}}"},"revision":{"N":"{{{revision}}}"} }""";

    private async Task PutAsync(string table, string id, int revision) =>
        await aws.RunAsync("dynamodb", "put-item", "--table-name", table, "--item", Item(id, revision));

    private async Task<string> DeclareAsync(string name)
    {
        await aws.DeclareAsync<DynamoDbService>(
            "aws:dynamodb/table:Table",
            name,
            ("name", name),
            ("hashKey", "id"),
            ("billingMode", "PAY_PER_REQUEST"),
            ("attributes", ImmutableArray.Create<object>(ImmutableDictionary<string, object>.Empty.Add("name", "id").Add("type", "S"))));
        return name;
    }
}
