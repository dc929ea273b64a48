using System.Text.Json.Nodes;

namespace Local.Tests.DynamoDb;

public sealed class BatchTests
{
    private readonly TableCloud cloud = new();

    [Theory]
    [
        InlineData(
            "{}",
            "1 validation error detected: Value '{}' at 'requestItems' failed to satisfy constraint: Member must have length greater than "
                + "or equal to 1")
    ]
    [
        InlineData(
            """{"ledger":{}}""",
            "1 validation error detected: Value null at 'requestItems.ledger.member.keys' failed to satisfy constraint: Member must not be null")
    ]
    [
        InlineData(
            """{"ledger":{"Keys":[]}}""",
            "1 validation error detected: Value '[]' at 'requestItems.ledger.member.keys' failed to satisfy constraint: Member must have "
                + "length greater than or equal to 1")
    ]
    [InlineData("""{"ledger":{"Keys":[{}]}}""", "The provided key element does not match the schema")]
    [InlineData("""{"ledger":{"Keys":[null]}}""", "The provided key element does not match the schema")]
    [InlineData("""{"ledger":[]}""", "Unrecognized collection type class com.amazonaws.dynamodb.v20120810.KeysAndAttributes")]
    [InlineData("""{"ledger":{"Keys":{}}}""", "Start of structure or map found where not expected")]
    [
        InlineData(
            """{"ledger":{"Keys":[{"pk":{"S":"a"},"sk":{"N":"1"}}],"ExpressionAttributeNames":{"#a":"a"}}}""",
            "ExpressionAttributeNames can only be specified when using expressions")
    ]
    [
        InlineData(
            """{"ledger":{"Keys":[{"pk":{"S":"a"},"sk":{"N":"1"}},{"sk":{"N":"1.0"},"pk":{"S":"a"}}]}}""",
            "Provided list of item keys contains duplicates")
    ]
    [InlineData("""{"other":{"Keys":[{"pk":{"S":"a"},"sk":{"N":"1"}}]}}""", "Requested resource not found")]
    public void Reads_are_checked(string requested, string problem) => Assert.Equal(problem, Problem("BatchGetItem", requested));

    [Theory]
    [InlineData(
        """{"ledger":[]}""",
        "1 validation error detected: Value '{\"ledger\":[]}' at 'requestItems' failed to satisfy constraint: "
        + "Map value must satisfy constraint: [Member must have length less than or equal to 25, Member must have length greater than or "
            + "equal to 1]")]
    [
        InlineData(
            """{"ledger":[{}]}""",
            "Supplied AttributeValue has more than one datatypes set, must contain exactly one of the supported datatypes")
    ]
    [
        InlineData(
            """{"ledger":[null]}""",
            "Supplied AttributeValue has more than one datatypes set, must contain exactly one of the supported datatypes")
    ]
    [InlineData("""{"ledger":[{"PutRequest":{"Item":{"pk":{"S":"a"}}}}]}""", "The provided key element does not match the schema")]
    [InlineData("""{"ledger":[{"PutRequest":{"Item":{"pk":{"S":1}}}}]}""", "NUMBER_VALUE cannot be converted to String")]
    [InlineData(
        """{"ledger":[{"PutRequest":{"Item":{"pk":{"S":"a"},"sk":{"N":"1"},"state":{"S":""}}}}]}""",
        "One or more parameter values are not valid. A value specified for a secondary index key is not supported. "
        + "The AttributeValue for a key attribute cannot contain an empty string value. IndexName: by-state, IndexKey: state")]
    [InlineData(
        """{"ledger":[{"PutRequest":{"Item":{"pk":{"S":"a"},"sk":{"N":"1"}}}},{"DeleteRequest":{"Key":{"pk":{"S":"a"},"sk":{"N":"1"}}}}]}""",
        "Provided list of item keys contains duplicates")]
    [InlineData("""{"other":[{"DeleteRequest":{"Key":{"pk":{"S":"a"},"sk":{"N":"1"}}}}]}""", "Requested resource not found")]
    public void Writes_are_checked(string requested, string problem) => Assert.Equal(problem, Problem("BatchWriteItem", requested));

    [Fact]
    public void Batches_hold_25_writes_and_100_reads()
    {
        var keys = Enumerable.Range(1, 101).Select(sk => $$$"""{"pk":{"S":"a"},"sk":{"N":"{{{sk}}}"}}""").ToList();

        var deletions = keys.Take(26).Select(key => $$$"""{"DeleteRequest":{"Key":{{{key}}}} }""");
        Assert.Contains(
            "less than or equal to 25,",
            Problem("BatchWriteItem", $$"""{"ledger":[{{string.Join(',', deletions)}}]}"""),
            StringComparison.Ordinal);
        Assert.EndsWith(
            "less than or equal to 100",
            Problem("BatchGetItem", $$$"""{"ledger":{"Keys":[{{{string.Join(',', keys)}}}]}}"""),
            StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_more_than_16_MB_is_left_unprocessed()
    {
        var keys = Enumerable.Range(1, 50).Select(sk => $$$"""{"pk":{"S":"a"},"sk":{"N":"{{{sk}}}"}}""").ToList();
        keys.ForEach(key => cloud.Put($$$"""{{{key[..^1]}}},"v":{"S":"{{{new string('x', 390 * 1024)}}}"} }"""));

        var answer =
            cloud.Send(
                "BatchGetItem", $$$"""{"RequestItems":{"ledger":{"Keys":[{{{string.Join(',', keys)}}}],"ProjectionExpression":"sk"} } }""");

        Assert.Equal(
            (42, 8), (answer["Responses"]!["ledger"]!.AsArray().Count, answer["UnprocessedKeys"]!["ledger"]!["Keys"]!.AsArray().Count));
        var rest = cloud.Send("BatchGetItem", new JsonObject { ["RequestItems"] = answer["UnprocessedKeys"]!.DeepClone() }.ToJsonString());
        Assert.Equal((8, "{}"), (rest["Responses"]!["ledger"]!.AsArray().Count, rest["UnprocessedKeys"]!.ToJsonString()));
    }

    private string? Problem(string operation, string requested) =>
        (string?)cloud.Send(operation, $$"""{"RequestItems":{{requested}}}""")["message"];
}
