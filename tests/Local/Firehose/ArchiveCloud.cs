using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using Engagement.Local.S3;

namespace Local.Tests.Firehose;

/// <summary>A cloud with a bucket, and a stream that writes to it.</summary>
internal sealed class ArchiveCloud : IAsyncDisposable
{
    public const string Log = "/aws/kinesisfirehose/events";
    private const string Write = """{"Effect":"Allow","Action":"s3:PutObject","Resource":"arn:aws:s3:::archive/*"}""";

    public DeployedCloud Cloud { get; } = new();

    public IReadOnlyCollection<StoredObject> Objects => Cloud.Local.Service<Buckets>().Find("archive")!.Objects;

    /// <param name="permission">What the stream's role may do; to write into the bucket by default.</param>
    /// <param name="settings">Settings of the stream's destination, beside the bucket and the role.</param>
    public static async Task<ArchiveCloud> StartAsync(string? permission = null, params (string Key, object Value)[] settings)
    {
        var archive = new ArchiveCloud();
        await archive.Cloud.CreateAsync("aws:s3/bucket:Bucket", ("bucket", "archive"));
        var role = await archive.Cloud.RoleAsync("archive", "firehose.amazonaws.com", permission ?? Write);
        await archive.Cloud.CreateAsync(
            "aws:kinesis/firehoseDeliveryStream:FirehoseDeliveryStream",
            ("name", "events"),
            ("destination", "extended_s3"),
            ("extendedS3Configuration", DeployedCloud.Map(
            [
                ("bucketArn", "arn:aws:s3:::archive"),
                ("roleArn", role),
                ("cloudwatchLoggingOptions", DeployedCloud.Map(("enabled", true), ("logGroupName", Log), ("logStreamName", "delivery"))),
                .. settings,
            ])));
        return archive;
    }

    public Task<(int Status, JsonNode Body, string? Error)> PutAsync(params string[] records) => PutAsync("events", records);

    public Task<(int Status, JsonNode Body, string? Error)> PutAsync(string stream, IEnumerable<string> records) => Cloud.SendAsync(
        "firehose",
        "POST",
        "/",
        new JsonObject
        {
            ["DeliveryStreamName"] = stream,
            ["Records"] = new JsonArray(
            [
                .. records.Select(record => new JsonObject { ["Data"] = Convert.ToBase64String(Encoding.UTF8.GetBytes(record)) }),
            ]),
        },
        "Firehose_20150804.PutRecordBatch");

    public Task AdvanceAsync(TimeSpan by) => Cloud.Clock.AdvanceAsync(by, CancellationToken.None);

    public static string Text(StoredObject stored) => Encoding.UTF8.GetString(stored.Content.Span);

    public static string Unzipped(StoredObject stored)
    {
        using var zipped = new GZipStream(new MemoryStream(stored.Content.ToArray()), CompressionMode.Decompress);
        using var reader = new StreamReader(zipped);
        return reader.ReadToEnd();
    }

    public ValueTask DisposeAsync() => Cloud.DisposeAsync();
}
