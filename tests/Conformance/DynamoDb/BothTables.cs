using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Conformance.Tests.Tools;
using Engagement.Local.Aws;
using Engagement.Local.Clock;
using Engagement.Local.DynamoDb;

namespace Conformance.Tests.DynamoDb;

/// <summary>
/// The table <c>things</c> in the local DynamoDB and in dynalite: key <c>p</c> (S), <c>c</c> (N); a global index by <c>g</c> (S), a local
/// one by <c>l</c> (N).
/// </summary>
public sealed class BothTables : IAsyncLifetime
{
    private const string Creation =
        """
        {
          "TableName": "things", "BillingMode": "PAY_PER_REQUEST",
          "KeySchema": [{ "AttributeName": "p", "KeyType": "HASH" }, { "AttributeName": "c", "KeyType": "RANGE" }],
          "AttributeDefinitions": [
            { "AttributeName": "p", "AttributeType": "S" }, { "AttributeName": "c", "AttributeType": "N" },
            { "AttributeName": "g", "AttributeType": "S" }, { "AttributeName": "l", "AttributeType": "N" }
          ],
          "GlobalSecondaryIndexes": [
            {
              "IndexName": "by-g", "Projection": { "ProjectionType": "KEYS_ONLY" },
              "KeySchema": [{ "AttributeName": "g", "KeyType": "HASH" }]
            }
          ],
          "LocalSecondaryIndexes": [
            {
              "IndexName": "by-l", "Projection": { "ProjectionType": "KEYS_ONLY" },
              "KeySchema": [{ "AttributeName": "p", "KeyType": "HASH" }, { "AttributeName": "l", "KeyType": "RANGE" }]
            }
          ]
        }
        """;

    private readonly DynamoDbService service = new(new CloudContext
    {
        Region = "eu-west-1",
        BaseUrl = new Uri("http://127.0.0.1:8080"),
        Clock = new VirtualClock(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero)),
    });

    private NodeScript? dynalite;

    public async Task InitializeAsync()
    {
        var attributes = new[] { ("p", "S"), ("c", "N"), ("g", "S"), ("l", "N") };
        await service.ResourceTypes["aws:dynamodb/table:Table"](
            new(
                "aws:dynamodb/table:Table",
                "things",
                Block(
                    ("name", "things"), ("hashKey", "p"), ("rangeKey", "c"), ("billingMode", "PAY_PER_REQUEST"),
                    ("attributes", ImmutableArray.CreateRange<object>(
                        attributes.Select(attribute => Block(("name", attribute.Item1), ("type", attribute.Item2))))),
                    ("globalSecondaryIndexes", ImmutableArray.Create<object>(
                        Block(("name", "by-g"), ("hashKey", "g"), ("projectionType", "KEYS_ONLY")))),
                    ("localSecondaryIndexes", ImmutableArray.Create<object>(
                        Block(("name", "by-l"), ("rangeKey", "l"), ("projectionType", "KEYS_ONLY")))))),
            CancellationToken.None);
        dynalite = await NodeScript.StartAsync(Path.Combine("DynamoDb", "dynalite.mjs"));
        await TheirsAsync("CreateTable", JsonNode.Parse(Creation)!.AsObject());
        for (var tries = 0; tries < 100; tries++)
        {
            if ((string?)(await TheirsAsync(
                "DescribeTable",
                new() { ["TableName"] = "things" })).Answer?["Table"]?["TableStatus"] == "ACTIVE")
            {
                return;
            }
        }

        throw new InvalidOperationException("dynalite's table has not become active.");
    }

    public Task DisposeAsync()
    {
        dynalite?.Dispose();
        return Task.CompletedTask;
    }

    /// <summary>What the local DynamoDB makes of a request.</summary>
    internal Outcome Ours(string operation, JsonObject body)
    {
        var request = DynamoDbService.Protocol.Request(Principal.Anonymous, operation, body);
        AwsResponse response;
        try
        {
            response = service.Resolve(request).ExecuteAsync(CancellationToken.None).GetAwaiter().GetResult();
        }
        catch (AwsException error)
        {
            response = ((IAwsService)service).Error(request, error);
        }

        return Outcome.Read(JsonNode.Parse(response.Body.Span)!.AsObject());
    }

    /// <summary>What dynalite makes of a request.</summary>
    internal async Task<Outcome> TheirsAsync(string operation, JsonObject body)
    {
        var answer = JsonNode.Parse((await dynalite!.AskAsync(new { operation, body })).GetRawText())!.AsObject();
        return (string?)answer["crash"] is { } crash ? new("crash", crash, null) : Outcome.Read(answer["answer"]!.AsObject());
    }

    private static ImmutableDictionary<string, object> Block(params (string Key, object Value)[] inputs) =>
        inputs.ToImmutableDictionary(input => input.Key, input => input.Value);
}
