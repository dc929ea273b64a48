using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Engagement.Local.Aws;
using Engagement.Local.DynamoDb.Tables;
using Engagement.Local.Resources;

namespace Engagement.Local.DynamoDb.Resources;

/// <summary><c>aws:dynamodb/table:Table</c>.</summary>
internal sealed partial class TableResource(CloudContext cloud, TableStore tables)
{
    /// <summary>Pulumi type token.</summary>
    public const string Type = "aws:dynamodb/table:Table";

    /// <summary>Keys are for ever; all else changes in place, and the items stay.</summary>
    public ResourceLifecycle Lifecycle => new()
    {
        Update = (request, before, _) => Task.FromResult(State(request, tables.Get(before.Id!).Redefine)),
        Delete = (table, _) =>
        {
            tables.Remove(table.Id!);
            return Task.CompletedTask;
        },
    };

    public Task<ResourceState> CreateAsync(ResourceRequest request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(State(request, definition => tables.Create(definition)));
    }

    private ResourceState State(ResourceRequest request, Action<TableDefinition> take)
    {
        // Throughput, encryption and backups change nothing that a caller of this cloud could see.
        request.InRegion(cloud).Known(
            "attributes", "billingMode", "deletionProtectionEnabled", "globalSecondaryIndexes", "hashKey", "localSecondaryIndexes", "name",
            "pointInTimeRecovery", "rangeKey",
            "readCapacity", "region", "serverSideEncryption", "tableClass", "tags", "ttl", "writeCapacity");
        request.Block("pointInTimeRecovery").Known("enabled", "recoveryPeriodInDays");
        request.Block("serverSideEncryption").Known("enabled", "kmsKeyArn");
        var definition = Definition(request);
        CheckAttributes(request, definition);
        take(definition);
        return new ResourceState(definition.Name, new Dictionary<string, object>
        {
            ["arn"] = definition.Arn,
            ["name"] = definition.Name,
            ["billingMode"] = definition.BillingMode,
            ["deletionProtectionEnabled"] = definition.IsDeletionProtected,
            ["region"] = cloud.Region,
            ["tagsAll"] = request.Texts("tags").AsOutput(),
        });
    }

    private TableDefinition Definition(ResourceRequest request)
    {
        var name = request.PhysicalName();
        if (!TableName().IsMatch(name))
        {
            throw request.Invalid("name", $"'{name}' is not 3 to 255 letters, digits, hyphens, underscores and dots");
        }

        var hash = request.RequiredText("hashKey");
        return new()
        {
            Name = name,
            Arn = tables.Arn(name),
            Keys = new(hash, request.Text("rangeKey")),
            AttributeTypes = Blocks(request, "attributes").ToImmutableSortedDictionary(
                attribute => attribute.Known("name", "type").RequiredText("name"),
                attribute =>
                    attribute.RequiredText("type") is var type and ("S" or "N" or "B")
                        ? type
                        : throw attribute.Invalid("attributes", "have types S, N and B"),
                StringComparer.Ordinal),
            Indexes =
            [
                .. Blocks(request, "globalSecondaryIndexes").Select(index =>
                    Index(index, index.RequiredText("hashKey"), index.Text("rangeKey"), isGlobal: true)),
                .. Blocks(request, "localSecondaryIndexes").Select(index =>
                    Index(index, hash, index.RequiredText("rangeKey"), isGlobal: false)),
            ],
            TimeToLiveAttribute = TimeToLive(request),
            BillingMode = BillingMode(request),
            Capacity = BillingMode(request) == "PROVISIONED"
                ? ((int)request.Number("readCapacity", 0), (int)request.Number("writeCapacity", 0))
                : (0, 0),
            IsDeletionProtected = request.Flag("deletionProtectionEnabled", false),
        };
    }

    private static SecondaryIndex Index(ResourceRequest index, string hash, string? range, bool isGlobal)
    {
        index.Known("hashKey", "name", "nonKeyAttributes", "projectionType", "rangeKey", "readCapacity", "writeCapacity");
        var projection = index.RequiredText("projectionType");
        return projection is "ALL" or "KEYS_ONLY" or "INCLUDE"
            ? new(
                index.RequiredText("name"),
                new(hash, range),
                projection,
                [.. index.List("nonKeyAttributes").Select(name => $"{name}")],
                isGlobal)
            : throw index.Invalid("projectionType", $"is {projection}, not ALL, KEYS_ONLY or INCLUDE");
    }

    private static string? TimeToLive(ResourceRequest request)
    {
        var ttl = request.Block("ttl").Known("attributeName", "enabled");
        return ttl.Inputs.IsEmpty || !ttl.Flag("enabled", true) ? null : ttl.RequiredText("attributeName");
    }

    private static string BillingMode(ResourceRequest request) => (request.Text("billingMode") ?? "PROVISIONED") switch
    {
        "PAY_PER_REQUEST" => "PAY_PER_REQUEST",
        "PROVISIONED" when request.Number("readCapacity", 0) > 0 && request.Number("writeCapacity", 0) > 0 => "PROVISIONED",
        "PROVISIONED" => throw request.Invalid("billingMode", "is PROVISIONED, which needs readCapacity and writeCapacity of at least 1"),
        var other => throw request.Invalid("billingMode", $"is {other}, not PROVISIONED or PAY_PER_REQUEST"),
    };

    /// <summary>As DynamoDB and the provider do: key attributes are declared, and no others.</summary>
    private static void CheckAttributes(ResourceRequest request, TableDefinition definition)
    {
        var keys = definition.Keys.Names.Concat(definition.Indexes.SelectMany(index => index.Keys.Names)).Distinct().ToList();
        if (keys.Find(key => !definition.AttributeTypes.ContainsKey(key)) is { } undeclared)
        {
            throw request.Invalid("attributes", $"lack {undeclared}, which is part of a key");
        }

        if (definition.AttributeTypes.Keys.Except(keys).ToList() is { Count: > 0 } unused)
        {
            throw request.Invalid("attributes", $"must all be indexed. Unused attributes: {string.Join(", ", unused)}");
        }
    }

    private static IEnumerable<ResourceRequest> Blocks(ResourceRequest request, string key) =>
        request.List(key).Select(block => request with { Inputs = (ImmutableDictionary<string, object>)block });

    [GeneratedRegex("^[a-zA-Z0-9_.-]{3,255}$", RegexOptions.CultureInvariant)]
    private static partial Regex TableName();
}
