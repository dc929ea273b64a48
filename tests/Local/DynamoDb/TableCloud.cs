using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Engagement.Local.Aws;
using Engagement.Local.Clock;
using Engagement.Local.DynamoDb;
using Engagement.Local.Resources;

namespace Local.Tests.DynamoDb;

/// <summary>
/// A DynamoDB with the table <c>ledger</c> (key <c>pk</c>, <c>sk</c>; index <c>by-state</c>), spoken to as HTTP speaks to it.
/// </summary>
internal sealed class TableCloud
{
    public const string Type = "aws:dynamodb/table:Table";

    public TableCloud()
    {
        Service = new DynamoDbService(new CloudContext { Region = "eu-west-1", BaseUrl = new Uri("http://127.0.0.1:8080"), Clock = Clock });
        CreateAsync(
            ("name", "ledger"),
            ("hashKey", "pk"),
            ("rangeKey", "sk"),
            ("billingMode", "PAY_PER_REQUEST"),
            (
                "attributes",
                List(Block(("name", "pk"), ("type", "S")), Block(("name", "sk"), ("type", "N")), Block(("name", "state"), ("type", "S")))),
            (
                "globalSecondaryIndexes",
                List(Block(("name", "by-state"), ("hashKey", "state"), ("rangeKey", "sk"), ("projectionType", "KEYS_ONLY")))),
            ("ttl", Block(("attributeName", "expires"), ("enabled", true)))).GetAwaiter().GetResult();
    }

    public VirtualClock Clock { get; } = new(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));

    public DynamoDbService Service { get; }

    public static ImmutableDictionary<string, object> Block(params (string Key, object Value)[] inputs) =>
        inputs.ToImmutableDictionary(input => input.Key, input => input.Value);

    public static ImmutableArray<object> List(params object[] elements) => [.. elements];

    /// <summary>A table of texts: its partition key and, with two keys, its sort key.</summary>
    /// <param name="service">Where.</param>
    /// <param name="table">Its name.</param>
    /// <param name="keys">Its one or two keys.</param>
    /// <param name="index">The two keys of an index, which is named as the first; null for none.</param>
    /// <param name="holds">The attributes that the index holds beside the keys; null for all.</param>
    public static void Create(DynamoDbService service, string table, string[] keys, string[]? index = null, string[]? holds = null)
    {
        (string, object)[] inputs =
        [
            ("name", table), ("hashKey", keys[0]), ("billingMode", "PAY_PER_REQUEST"),
            ("attributes", List([.. keys.Concat(index ?? []).Select(key => (object)Block(("name", key), ("type", "S")))])),
            .. keys.Length == 1 ? Array.Empty<(string, object)>() : [("rangeKey", keys[1])],
            .. index is null
                ? Array.Empty<(string, object)>()
                : [("globalSecondaryIndexes", List(Block(
                    [
                        ("name", index[0]), ("hashKey", index[0]), ("rangeKey", index[1]),
                        .. holds is null
                            ? new (string, object)[] { ("projectionType", "ALL") }
                            : [("projectionType", "INCLUDE"), ("nonKeyAttributes", List([.. holds]))],
                    ])))],
        ];
        service.ResourceTypes[Type](new(Type, table, Block(inputs)), CancellationToken.None).GetAwaiter().GetResult();
    }

    public Task<ResourceState> CreateAsync(params (string Key, object Value)[] inputs) =>
        Service.ResourceTypes[Type](new ResourceRequest(Type, "ledger", Block(inputs)), CancellationToken.None);

    public AwsOperation Resolve(string operation, string body) => Service.Resolve(Request(operation, body));

    /// <summary>The answer's body; an error's has <c>__type</c>. The table is <c>ledger</c> unless the request names one.</summary>
    public JsonObject Send(string operation, string body)
    {
        var json = Read(body).AsObject();
        if (!operation.StartsWith("Batch", StringComparison.Ordinal))
        {
            json.TryAdd("TableName", "ledger");
        }

        return Read(System.Text.Encoding.UTF8.GetString(Answer(Request(operation, json.ToJsonString(AwsJson.Plain))).Body.Span)).AsObject();
    }

    public void Put(string item) => Assert.Empty(Send("PutItem", $$"""{"Item":{{item}}}"""));

    /// <summary>The item with the key <c>a</c>, 1; null where there is none.</summary>
    public string? Get() => Send("GetItem", """{"Key":{"pk":{"S":"a"},"sk":{"N":"1"}}}""")["Item"]?.ToJsonString(AwsJson.Plain);

    /// <summary>Updates the item with the key <c>a</c>, 1.</summary>
    public JsonObject Update(string expression, string values = "{}", string more = "") => Send(
        "UpdateItem",
        $$$"""{"Key":{"pk":{"S":"a"},"sk":{"N":"1"}},"UpdateExpression":"{{{expression}}}"{{{(values == "{}" ? "" : $",\"ExpressionAttributeValues\":{values}")}}}{{{more}}}}""");

    private AwsResponse Answer(AwsRequest request)
    {
        try
        {
            return Service.Resolve(request).ExecuteAsync(CancellationToken.None).GetAwaiter().GetResult();
        }
        catch (AwsException error)
        {
            return Service.Error(request, error);
        }
    }

    private static AwsRequest Request(string operation, string body) =>
        DynamoDbService.Protocol.Request(Principal.Anonymous, operation, Read(body));

    private static JsonNode Read(string json) => JsonNode.Parse(json, documentOptions: new() { MaxDepth = AwsJson.Plain.MaxDepth })!;
}
