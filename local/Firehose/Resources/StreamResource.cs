using System.Collections.Concurrent;
using Engagement.Local.Aws;
using Engagement.Local.Firehose.Streams;
using Engagement.Local.Resources;

namespace Engagement.Local.Firehose.Resources;

/// <summary><c>aws:kinesis/firehoseDeliveryStream:FirehoseDeliveryStream</c> that takes direct puts and writes to a bucket.</summary>
internal sealed class StreamResource(
    CloudContext cloud, ConcurrentDictionary<string, DeliveryStream> streams, Func<string, StreamSettings, DeliveryStream> create)
{
    /// <summary>Pulumi type token.</summary>
    public const string Type = "aws:kinesis/firehoseDeliveryStream:FirehoseDeliveryStream";

    private const int Mebibyte = 1024 * 1024;

    /// <summary>Settings change in place; records on their way go where the settings say by then.</summary>
    public ResourceLifecycle Lifecycle => new()
    {
        Update = (request, before, _) =>
        {
            streams[before.Id!.Split('/')[^1]].Settings = Settings(request);
            return Task.FromResult(State(request, before.Id.Split('/')[^1]));
        },
        Delete = (stream, _) =>
        {
            if (streams.TryRemove(stream.Id!.Split('/')[^1], out var removed))
            {
                removed.Dispose();
            }

            return Task.CompletedTask;
        },
    };

    /// <summary>Creates the stream; its id is its ARN, as in the provider.</summary>
    public Task<ResourceState> CreateAsync(ResourceRequest request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var name = request.PhysicalName();
        return streams.TryAdd(name, create(name, Settings(request)))
            ? Task.FromResult(State(request, name))
            : throw request.Invalid("name", $"is '{name}', which there is already");
    }

    // Records are encrypted in AWS; here nothing leaves this machine's memory.
    private StreamSettings Settings(ResourceRequest request)
    {
        request.InRegion(cloud).Known("destination", "extendedS3Configuration", "name", "region", "serverSideEncryption", "tags");
        _ = request.RequiredText("destination") == "extended_s3"
            ? request
            : throw request.Invalid("destination", "is other than extended_s3, which alone this local cloud does");
        var block = request.Block("extendedS3Configuration").Known(
            "bucketArn", "bufferingInterval", "bufferingSize", "cloudwatchLoggingOptions", "compressionFormat", "errorOutputPrefix",
            "fileExtension", "prefix", "roleArn");
        var compression = block.Text("compressionFormat") ?? "UNCOMPRESSED";
        return new()
        {
            BucketArn = block.RequiredText("bucketArn"),
            RoleArn = block.RequiredText("roleArn"),
            Prefix = Prefix(block),
            Interval = TimeSpan.FromSeconds(Within(block, "bufferingInterval", 300, 0, 900)),
            Bytes = Within(block, "bufferingSize", 5, 1, 128) * Mebibyte,
            IsCompressed = compression is "GZIP" or "UNCOMPRESSED"
                ? compression == "GZIP"
                : throw block.Invalid("compressionFormat", $"is {compression}, but this local cloud has GZIP and UNCOMPRESSED"),
            Extension = block.Text("fileExtension") ?? (compression == "GZIP" ? ".gz" : ""),
            LogGroup = LogGroup(block.Block("cloudwatchLoggingOptions")),
        };
    }

    private static ObjectPrefix Prefix(ResourceRequest block)
    {
        try
        {
            return new(block.Text("prefix"));
        }
        catch (FormatException e)
        {
            throw block.Invalid("prefix", e.Message);
        }
    }

    private static int Within(ResourceRequest block, string key, int orElse, int least, int most) =>
        block.Number(key, orElse) is var number && number >= least && number <= most
            ? number
            : throw block.Invalid(key, $"is {number}, which is not {least} to {most}");

    private static string? LogGroup(ResourceRequest options) =>
        options.Known("enabled", "logGroupName", "logStreamName").Flag("enabled", false) ? options.RequiredText("logGroupName") : null;

    private ResourceState State(ResourceRequest request, string name)
    {
        var arn = cloud.Arn("firehose", $"deliverystream/{name}");
        return new(arn, new Dictionary<string, object>
        {
            ["arn"] = arn,
            ["name"] = name,
            ["versionId"] = "1",
            ["tagsAll"] = request.Texts("tags").AsOutput(),
        });
    }
}
