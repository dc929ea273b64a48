using System.Collections.Immutable;
using Engagement.Local.Aws;
using Local.Tests.Sqs;

namespace Local.Tests.EventSources;

public sealed class MappingResourceTests : IDisposable
{
    private readonly MappingCloud cloud = new();

    public void Dispose() => cloud.Dispose();

    [Fact]
    public async Task A_mapping_answers_its_identity_and_state()
    {
        await cloud.QueuesAsync();

        var state = await cloud.MapAsync();

        Assert.Equal(state.Id, state.Outputs["uuid"]);
        Assert.Equal($"arn:aws:lambda:eu-west-1:000000000000:event-source-mapping:{state.Id}", state.Outputs["arn"]);
        Assert.Equal(
            ("Enabled", "arn:aws:lambda:eu-west-1:000000000000:function:record"), (state.Outputs["state"], state.Outputs["functionArn"]));
    }

    [Fact]
    public async Task The_queues_time_out_is_no_shorter_than_the_functions()
    {
        await cloud.QueuesAsync(9);

        await RefusedAsync(
            "InvalidParameterValueException", "Queue visibility timeout: 9 seconds is less than Function timeout: 10 seconds");
    }

    [Fact]
    public async Task A_batch_of_more_than_ten_needs_a_window()
    {
        await cloud.QueuesAsync();

        await RefusedAsync(
            "InvalidParameterValueException",
            "Maximum batch window in seconds must be greater than 0 if maximum batch size is greater than 10", (
                "batchSize", 11.0));
    }

    [Fact]
    public async Task Concurrency_is_two_at_least()
    {
        await cloud.QueuesAsync();

        await RefusedAsync(
            "InvalidParameterValueException",
            "1 validation error detected: Value '1' at 'scalingConfig.maximumConcurrency' failed to satisfy constraint: Member must have "
                + "value greater than or equal to 2",
            MappingCloud.Concurrency(1));
    }

    [Theory]
    [InlineData("batchSize", 0.0)]
    [InlineData("batchSize", 10_001.0)]
    [InlineData("maximumBatchingWindowInSeconds", 301.0)]
    public async Task Numbers_have_ranges(string key, double value)
    {
        await cloud.QueuesAsync();

        var error = await Assert.ThrowsAsync<AwsException>(() => cloud.MapAsync((key, value)));

        Assert.Contains($"Value '{value}' at '{key}'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_queue_must_exist() => await RefusedAsync(
        "InvalidParameterValueException",
        "Error occurred while ReceiveMessage. SQS Error Code: AWS.SimpleQueueService.NonExistentQueue. SQS Error Message: The specified "
            + "queue does not exist.");

    [Fact]
    public async Task The_function_must_exist()
    {
        await cloud.QueuesAsync();

        await RefusedAsync(
            "ResourceNotFoundException",
            "Function not found: arn:aws:lambda:eu-west-1:000000000000:function:nobody",
            ("functionName", "nobody"));
    }

    [Theory]
    [InlineData("ReceiveMessage")]
    [InlineData("DeleteMessage")]
    [InlineData("GetQueueAttributes")]
    public async Task The_role_must_be_allowed_to_poll(string operation)
    {
        await cloud.QueuesAsync();
        cloud.Endpoint.Fail = called => called == operation ? RecordingEndpoint.Denied(operation) : null;

        await RefusedAsync(
            "InvalidParameterValueException", $"The provided execution role does not have permissions to call {operation} on SQS");
    }

    [Fact]
    public async Task One_queue_is_mapped_to_one_function_once()
    {
        await cloud.QueuesAsync();
        var first = await cloud.MapAsync();

        await RefusedAsync(
            "ResourceConflictException",
            $"An event source mapping with SQS arn (\" {QueueCloud.Arn("events")} \") and function (\" record \") already exists. Please "
                + $"update or delete the existing mapping with UUID {first.Id}");
    }

    [Fact]
    public async Task What_is_not_done_is_an_error_that_names_it()
    {
        await cloud.QueuesAsync();

        var filter =
            await Assert.ThrowsAsync<ArgumentException>(() =>
                cloud.MapAsync(("filterCriteria", ImmutableDictionary<string, object>.Empty)));
        Assert.Contains(
            "aws:lambda/eventSourceMapping:EventSourceMapping 'mapping': filterCriteria", filter.Message, StringComparison.Ordinal);
        var stream =
            await Assert.ThrowsAsync<ArgumentException>(() =>
                cloud.MapAsync(("eventSourceArn", "arn:aws:kinesis:eu-west-1:000000000000:stream/s")));
        Assert.Contains("queues as event sources only", stream.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<ArgumentException>(() =>
            cloud.MapAsync(("functionResponseTypes", ImmutableArray.Create<object>("Other"))));
    }

    private async Task RefusedAsync(string code, string message, params (string Key, object Value)[] inputs)
    {
        // Later inputs stand in for the earlier ones of the same key.
        var error = await Assert.ThrowsAsync<AwsException>(() => cloud.MapAsync(inputs));
        Assert.Equal((code, message), (error.Code, error.Message));
    }
}
