using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Engagement.Local.Aws;
using Engagement.Local.DynamoDb.Operations;
using Engagement.Local.DynamoDb.Protocol;
using Engagement.Local.DynamoDb.Resources;
using Engagement.Local.DynamoDb.Tables;
using Engagement.Local.DynamoDb.Values;
using Engagement.Local.Resources;

namespace Engagement.Local.DynamoDb;

/// <summary>Amazon DynamoDB over AWS JSON 1.0, as of 2012-08-10.</summary>
internal sealed class DynamoDbService : IAwsService, IResourceProvider
{
    /// <summary>The wire format.</summary>
    public static readonly AwsJson Protocol = new("1.0", "DynamoDB_20120810.") { ErrorNamespace = "com.amazonaws.dynamodb.v20120810#" };

    private readonly TableStore tables;
    private readonly Dictionary<string, DynamoOperation> operations;

    public DynamoDbService(CloudContext cloud)
    {
        tables = new(cloud);
        operations = new IEnumerable<DynamoOperation>[]
        {
            new WriteOperations(tables).Operations, new ReadOperations(tables).Operations, new BatchOperations(tables).Operations,
            new TableOperations(tables).Operations, UnsupportedTableOperations.Operations,
        }.SelectMany(group => group).ToDictionary(operation => operation.Name, StringComparer.Ordinal);
        var table = new TableResource(cloud, tables);
        ResourceTypes = new Dictionary<string, CreateResource> { [TableResource.Type] = table.CreateAsync };
        Lifecycles = new Dictionary<string, ResourceLifecycle> { [TableResource.Type] = table.Lifecycle };
    }

    public string Name => "dynamodb";

    public string SigningName => "dynamodb";

    public string InternalError => "InternalServerError";

    public IReadOnlyDictionary<string, int> Errors { get; } = ServiceErrors.OfJson(
        ("ProvisionedThroughputExceededException", 400), ("RequestLimitExceeded", 400), ("ConditionalCheckFailedException", 400),
        ("TransactionConflictException", 400), ("ResourceNotFoundException", 400), ("InternalServerError", 500));

    public IReadOnlyDictionary<string, CreateResource> ResourceTypes { get; }

    public IReadOnlyDictionary<string, ResourceLifecycle> Lifecycles { get; }

    /// <summary>A table's items, in DynamoDB's JSON; none where there is no such table.</summary>
    public IReadOnlyList<JsonObject> ItemsOf(string table) =>
        [.. (tables.Find(table)?.All() ?? []).Select(Item.ToJson)];

    /// <summary>
    /// A table's items as it keeps them, by a text of each; none where there is no such table. An item is never changed, only replaced.
    /// </summary>
    public IEnumerable<ImmutableDictionary<string, AttributeValue>> StoredBy(string table, string attribute) =>
        (tables.Find(table)?.All() ?? []).OrderBy(item => ((TextValue)item[attribute]).Text, StringComparer.Ordinal);

    /// <summary>The items of a table that have a text as their partition key; none where there is no such table.</summary>
    public IReadOnlyList<JsonObject> ItemsOf(string table, string partitionKey) =>
        [.. (tables.Find(table)?.Partition(new TextValue(partitionKey)) ?? []).Select(Item.ToJson)];

    public AwsOperation Resolve(AwsRequest request)
    {
        var operation = operations.GetValueOrDefault(Protocol.Operation(request)) ?? throw DynamoError.UnknownOperation();
        var body = AwsJson.Body(request);
        return new(operation.Name, $"dynamodb:{operation.Name}", [.. Resources(body)], cancellationToken =>
        {
            cancellationToken.ThrowIfCancellationRequested();
            return Task.FromResult(Protocol.Result(operation.Execute(body)));
        });
    }

    public AwsResponse Error(AwsRequest request, AwsException error) => Protocol.Error(error);

    /// <summary>Tables and indexes that a request is about, whether they exist or not.</summary>
    private IEnumerable<string> Resources(JsonObject body)
    {
        if (body["RequestItems"] is JsonObject { Count: > 0 } requested)
        {
            return requested.Select(table => TableArn(table.Key));
        }

        return body["TableName"]?.ToString() is not { } name ? ["*"]
            : body["IndexName"]?.ToString() is { } index ? [$"{TableArn(name)}/index/{index}"]
            : [TableArn(name)];
    }

    private string TableArn(string nameOrArn) => tables.Arn(tables.NameOf(nameOrArn));
}
