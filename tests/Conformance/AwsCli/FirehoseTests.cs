using System.Collections.Immutable;
using System.Text;
using Engagement.Local.Firehose;

namespace Conformance.Tests.AwsCli;

/// <summary>Amazon Data Firehose, asked by the AWS CLI.</summary>
[Collection(RunningEnvironment.Name)]
public sealed class FirehoseTests(CommandLine aws) : IClassFixture<CommandLine>
{
    [Fact]
    public async Task Records_are_put_one_by_one_and_in_batches()
    {
        await DeclareAsync("cli-put");

        await aws.SucceedAsync("firehose", "put-record", "--delivery-stream-name", "cli-put", "--record", """{"Data":"b25l"}""");
        var batch = await aws.SucceedAsync(
            "firehose", "put-record-batch", "--delivery-stream-name", "cli-put", "--records", """[{"Data":"dHdv"},{"Data":"NTAw"}]""");

        Assert.Equal(0, batch.GetProperty("FailedPutCount").GetInt32());
        Assert.Equal(2, batch.GetProperty("RequestResponses").GetArrayLength());
        // Version 1 of the CLI takes such a text as it is, version 2 as base64.
        Assert.Contains(Records("cli-put"), new[] { "b25l dHdv NTAw", "one two 500" });
    }

    [Fact]
    public async Task Streams_are_listed()
    {
        await DeclareAsync("cli-listed");

        var listed = await aws.SucceedAsync("firehose", "list-delivery-streams");

        Assert.Contains("cli-listed", listed.GetProperty("DeliveryStreamNames").EnumerateArray().Select(name => name.GetString()));
    }

    [Fact]
    public async Task A_stream_that_is_not_there_is_named_as_aws_names_it() => Assert.Equal(
        "ResourceNotFoundException",
        await aws.FailAsync(
            "firehose", "put-record-batch", "--delivery-stream-name", "none", "--records", """[{"Data":"eA=="}]"""));

    private string Records(string stream) => string.Join(
        ' ',
        aws.Environment.Cloud.Service<FirehoseService>().RecordsOf(stream).Select(record => Encoding.UTF8.GetString(record.Data.Span)));

    private Task DeclareAsync(string name) => aws.DeclareAsync<FirehoseService>(
        "aws:kinesis/firehoseDeliveryStream:FirehoseDeliveryStream",
        name,
        ("name", name),
        ("destination", "extended_s3"),
        (
            "extendedS3Configuration",
            ImmutableDictionary<string, object>.Empty
                .Add("bucketArn", "arn:aws:s3:::none")
                .Add("roleArn", "arn:aws:iam::000000000000:role/none")));
}
