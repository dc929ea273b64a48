using Engagement.Local.Aws;

namespace Local.Tests.Sqs;

public sealed class QueueResourceTests
{
    private readonly QueueCloud cloud = new();

    [Fact]
    public async Task A_queue_answers_its_arn_url_and_name()
    {
        var state = await cloud.QueueAsync("events");

        Assert.Equal("http://127.0.0.1:8080/000000000000/events", state.Id);
        Assert.Equal("http://127.0.0.1:8080/000000000000/events", state.Outputs["url"]);
        Assert.Equal("arn:aws:sqs:eu-west-1:000000000000:events", state.Outputs["arn"]);
        Assert.Equal("events", state.Outputs["name"]);
    }

    [Fact]
    public async Task A_queue_without_a_name_gets_its_logical_one_with_seven_digits()
    {
        var state = await cloud.CreateAsync("aws:sqs/queue:Queue", "pixel");

        Assert.Matches("^pixel-[0-9a-f]{7}$", (string)state.Outputs["name"]);
        var prefixed = await cloud.CreateAsync("aws:sqs/queue:Queue", "other", ("namePrefix", "px_"));
        Assert.Matches("^px_[0-9a-f]{7}$", (string)prefixed.Outputs["name"]);
    }

    [Fact]
    public async Task Settings_are_seen_in_the_attributes()
    {
        await cloud.QueueAsync(
            "events", ("visibilityTimeoutSeconds", 180.0), (
                "messageRetentionSeconds",
                1_209_600.0), ("maxMessageSize", 2048.0), ("delaySeconds", 3.0), ("kmsMasterKeyId", "alias/key"));

        var attributes = (
            await cloud.CallAsync(
                "GetQueueAttributes", new { QueueUrl = QueueCloud.Url("events"), AttributeNames = new[] { "All" } })).Json["Attributes"]!;

        Assert.Equal(
            ("180", "1209600", "2048", "3"),
            (
                (string?)attributes["VisibilityTimeout"],
                (string?)attributes["MessageRetentionPeriod"],
                (string?)attributes["MaximumMessageSize"],
                (string?)attributes["DelaySeconds"]));
        Assert.Equal(("alias/key", "false"), ((string?)attributes["KmsMasterKeyId"], (string?)attributes["SqsManagedSseEnabled"]));
        Assert.Equal(
            (QueueCloud.Arn("events"), "0"), ((string?)attributes["QueueArn"], (string?)attributes["ApproximateNumberOfMessages"]));
    }

    [Fact]
    public async Task Queues_are_found_by_name_and_listed_by_prefix()
    {
        foreach (var name in new[] { "b-2", "a-1", "b-1" })
        {
            await cloud.QueueAsync(name);
        }

        Assert.Equal(QueueCloud.Url("a-1"), (string?)(await cloud.CallAsync("GetQueueUrl", new { QueueName = "a-1" })).Json["QueueUrl"]);
        Assert.Equal(
            "AWS.SimpleQueueService.NonExistentQueue;Sender", (await cloud.CallAsync("GetQueueUrl", new { QueueName = "c" })).QueryError);
        var page = (await cloud.CallAsync("ListQueues", new { QueueNamePrefix = "b", MaxResults = 1 })).Json;
        Assert.Equal([QueueCloud.Url("b-1")], page["QueueUrls"]!.AsArray().Select(url => (string?)url));
        var rest = (
            await cloud.CallAsync(
                "ListQueues", new { QueueNamePrefix = "b", MaxResults = 1, NextToken = (string)page["NextToken"]! })).Json;
        Assert.Equal([QueueCloud.Url("b-2")], rest["QueueUrls"]!.AsArray().Select(url => (string?)url));
        Assert.Null(rest["NextToken"]);
    }

    [Theory]
    [InlineData("fifoQueue", true, "standard queues only")]
    [InlineData("visibilityTimeoutSeconds", 43_201.0, "not between 0 and 43200")]
    [InlineData("messageRetentionSeconds", 59.0, "not between 60 and 1209600")]
    [InlineData("delaySeconds", 901.0, "not between 0 and 900")]
    [InlineData("maxMessageSize", 1_048_577.0, "not between 1024 and 1048576")]
    [InlineData("receiveWaitTimeSeconds", 21.0, "not between 0 and 20")]
    [InlineData("deduplicationScope", "queue", "is not done by this local cloud")]
    [InlineData("name", "a b", "can only include alphanumeric")]
    public async Task An_input_that_is_wrong_or_not_done_is_an_error_that_names_it(string key, object value, string problem)
    {
        var error = await Assert.ThrowsAsync<ArgumentException>(() => cloud.CreateAsync("aws:sqs/queue:Queue", "events", (key, value)));

        Assert.Contains($"aws:sqs/queue:Queue 'events': {key}", error.Message, StringComparison.Ordinal);
        Assert.Contains(problem, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_queue_has_one_type_of_encryption() =>
        await Assert.ThrowsAsync<ArgumentException>(() =>
            cloud.QueueAsync("events", ("kmsMasterKeyId", "alias/key"), ("sqsManagedSseEnabled", true)));

    [Fact]
    public async Task Two_queues_of_one_name_are_an_error()
    {
        await cloud.QueueAsync("events");

        Assert.Equal("QueueNameExists", (await Assert.ThrowsAsync<AwsException>(() => cloud.QueueAsync("events"))).Code);
    }

    [Fact]
    public async Task An_unknown_attribute_is_refused()
    {
        await cloud.QueueAsync("events");

        var answer =
            await cloud.CallAsync(
                "GetQueueAttributes", new { QueueUrl = QueueCloud.Url("events"), AttributeNames = new[] { "FifoQueue" } });

        Assert.Equal(
            ("com.amazonaws.sqs#InvalidAttributeName", "InvalidAttributeName;Sender", "Unknown Attribute FifoQueue."), answer.Error);
    }
}
