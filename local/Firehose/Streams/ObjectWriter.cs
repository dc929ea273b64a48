using System.IO.Compression;
using System.Text.Json.Nodes;
using Engagement.Local.Aws;
using Engagement.Local.CloudWatch;
using Engagement.Local.S3;

namespace Engagement.Local.Firehose.Streams;

/// <summary>Writes records into a bucket, as the stream's role.</summary>
internal sealed class ObjectWriter(CloudContext cloud, Buckets buckets, IRoleAssumption roles, ILogSink logs)
{
    private const string Host = "firehose.amazonaws.com";
    private const string Session = "firehose";

    /// <summary>Writes them one after another, as they are: a producer that wants lines ends its records with line ends.</summary>
    /// <returns>Whether the bucket has them; why not, the stream's log says.</returns>
    public async Task<bool> TryWriteAsync(
        StreamSettings settings, string key, IReadOnlyList<StreamRecord> records, CancellationToken cancellationToken)
    {
        try
        {
            var service = Principal.Service(Host, sourceAccount: cloud.Account) with { ExternalId = cloud.Account };
            var role = roles.Assume(settings.RoleArn, service, Session);
            await buckets.PutAsync(role, settings.BucketArn, key, Content(settings, records), cancellationToken);
            return true;
        }
        catch (AwsException e)
        {
            Report(settings, e);
            return false;
        }
    }

    private static byte[] Content(StreamSettings settings, IReadOnlyList<StreamRecord> records)
    {
        using var content = new MemoryStream();
        using (var target = settings.IsCompressed ? new GZipStream(content, CompressionLevel.Fastest, leaveOpen: true) : Stream.Null)
        {
            foreach (var record in records)
            {
                (settings.IsCompressed ? target : content).Write(record.Data.Span);
            }
        }

        return content.ToArray();
    }

    private void Report(StreamSettings settings, AwsException error)
    {
        if (settings.LogGroup is { } group)
        {
            logs.Write(group, new JsonObject
            {
                ["destination"] = settings.BucketArn,
                ["errorCode"] = $"S3.{error.Code}",
                ["message"] = error.Message,
            }.ToJsonString(AwsJson.Plain));
        }
    }
}
