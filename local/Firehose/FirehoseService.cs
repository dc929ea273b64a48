using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Engagement.Local.Aws;
using Engagement.Local.CloudWatch;
using Engagement.Local.Firehose.Protocol;
using Engagement.Local.Firehose.Resources;
using Engagement.Local.Firehose.Streams;
using Engagement.Local.Resources;
using Engagement.Local.S3;

namespace Engagement.Local.Firehose;

/// <summary>Amazon Data Firehose over AWS JSON 1.1, as of 2015-08-04: direct puts into buckets.</summary>
internal sealed class FirehoseService : IAwsService, IResourceProvider, IDisposable
{
    private static readonly AwsJson Protocol = new("1.1", "Firehose_20150804.");

    private readonly CloudContext cloud;
    private readonly ConcurrentDictionary<string, DeliveryStream> streams = new(StringComparer.Ordinal);

    /// <param name="cloud">Account, region and clock.</param>
    /// <param name="buckets">Where streams write to.</param>
    /// <param name="roles">The roles that streams write as.</param>
    /// <param name="logs">What is told of failures.</param>
    /// <param name="rates">What a stream takes in a second; the quotas by default.</param>
    /// <param name="callers">The time that callers wait by, beside the clock; none by default.</param>
    public FirehoseService(
        CloudContext cloud,
        Buckets buckets,
        IRoleAssumption roles,
        ILogSink logs,
        FirehoseRates? rates = null,
        TimeProvider? callers = null)
    {
        this.cloud = cloud;
        var writer = new ObjectWriter(cloud, buckets, roles, logs);
        var resource = new StreamResource(cloud, streams, (name, settings) =>
            new(name, cloud, writer, new(rates ?? new(), cloud.Clock, callers)) { Settings = settings });
        ResourceTypes = new Dictionary<string, CreateResource> { [StreamResource.Type] = resource.CreateAsync };
        Lifecycles = new Dictionary<string, ResourceLifecycle> { [StreamResource.Type] = resource.Lifecycle };
    }

    public string Name => "firehose";

    public string SigningName => "firehose";

    public IReadOnlyDictionary<string, int> Errors { get; } = ServiceErrors.OfJson(
        ("ResourceNotFoundException", 400), ("InvalidArgumentException", 400), ("InvalidKMSResourceException", 400),
        ("ServiceUnavailableException", 503));

    public IReadOnlyDictionary<string, CreateResource> ResourceTypes { get; }

    public IReadOnlyDictionary<string, ResourceLifecycle> Lifecycles { get; }

    /// <summary>The records that a stream has taken, and not dropped, whether they are in the bucket already or not.</summary>
    public IReadOnlyList<StreamRecord> RecordsOf(string stream) => streams.GetValueOrDefault(stream)?.Records ?? [];

    /// <summary>How many lines the records of a stream hold.</summary>
    public long LinesOf(string stream) => streams.GetValueOrDefault(stream)?.Lines ?? 0;

    public AwsOperation Resolve(AwsRequest request)
    {
        Func<JsonObject, JsonObject> execute = Protocol.Operation(request) switch
        {
            "PutRecord" => Put,
            "PutRecordBatch" => PutBatch,
            "ListDeliveryStreams" => List,
            var other => throw FirehoseError.NotDone(other),
        };
        var body = AwsJson.Body(request);
        var name = body["DeliveryStreamName"]?.ToString();
        return new(
            Protocol.Operation(request),
            $"firehose:{Protocol.Operation(request)}",
            [name is null ? "*" : cloud.Arn("firehose", $"deliverystream/{name}")],
            cancellationToken =>
            {
                cancellationToken.ThrowIfCancellationRequested();
                return Task.FromResult(Protocol.Result(execute(body)));
            });
    }

    public AwsResponse Error(AwsRequest request, AwsException error) => Protocol.Error(error);

    public void Dispose()
    {
        foreach (var stream in streams.Values)
        {
            stream.Dispose();
        }
    }

    private JsonObject Put(JsonObject body)
    {
        var record = RecordReader.Single(body);
        var stream = Stream(body);
        stream.Throughput.TakeRequest();
        return TryAdd(stream, record) is { } id
            ? new() { ["RecordId"] = id, ["Encrypted"] = true }
            : throw FirehoseError.SlowDown();
    }

    private JsonObject PutBatch(JsonObject body)
    {
        var records = RecordReader.Batch(body);
        var stream = Stream(body);
        stream.Throughput.TakeRequest();
        var entries = records.Select(record => Entry(TryAdd(stream, record))).ToList();
        return new()
        {
            ["FailedPutCount"] = entries.Count(entry => entry.ContainsKey("ErrorCode")),
            ["Encrypted"] = true,
            ["RequestResponses"] = new JsonArray([.. entries]),
        };
    }

    private JsonObject List(JsonObject body) => new()
    {
        ["DeliveryStreamNames"] = new JsonArray([.. streams.Keys.Order(StringComparer.Ordinal).Select(name => JsonValue.Create(name))]),
        ["HasMoreDeliveryStreams"] = false,
    };

    private DeliveryStream Stream(JsonObject body)
    {
        var name = body["DeliveryStreamName"]?.ToString()
            ?? throw FirehoseError.Validation("deliveryStreamName", "Member must not be null");
        return streams.GetValueOrDefault(name) ?? throw FirehoseError.NoStream(name, cloud.Account);
    }

    private static string? TryAdd(DeliveryStream stream, byte[] record)
    {
        if (!stream.Throughput.TryTake(record))
        {
            return null;
        }

        stream.Add(record);
        return Guid.NewGuid().ToString("N");
    }

    private static JsonObject Entry(string? recordId) => recordId is null
        ? new() { ["ErrorCode"] = "ServiceUnavailableException", ["ErrorMessage"] = "Slow down." }
        : new() { ["RecordId"] = recordId };
}
