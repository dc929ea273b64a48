using System.Net;
using Engagement.Local.Aws;

namespace Local.Tests.Sqs;

public sealed class RedriveTests
{
    private readonly QueueCloud cloud = new();

    [Fact]
    public async Task A_message_received_too_often_moves_to_the_dead_letter_queue()
    {
        await PairAsync();
        var id = await cloud.SendMessageAsync("orders", "poison");
        for (var i = 0; i < 2; i++)
        {
            Assert.Single(await cloud.ReceiveAsync("orders"));
            await cloud.AdvanceAsync(30);
        }

        Assert.Empty(await cloud.ReceiveAsync("orders"));

        var dead = Assert.Single(await cloud.ReceiveAsync("dead"));
        Assert.Equal((id, "poison"), ((string?)dead["MessageId"], (string?)dead["Body"]));
        Assert.Equal(QueueCloud.Arn("orders"), (string?)dead["Attributes"]!["DeadLetterQueueSourceArn"]);
        Assert.Equal($"{QueueCloud.Start.ToUnixTimeMilliseconds()}", (string?)dead["Attributes"]!["SentTimestamp"]);
        Assert.Equal((0, 0, 0), cloud.Counts("orders"));
        Assert.Equal("orders", cloud.Sqs.States().Single(state => state.Name == "dead").DeadLetterOf);
        Assert.Null(cloud.Sqs.States().Single(state => state.Name == "orders").DeadLetterOf);
    }

    [Fact]
    public async Task Dead_letters_can_be_moved_back_to_where_they_came_from()
    {
        await PairAsync();
        await cloud.SendMessageAsync("orders", "poison");
        for (var i = 0; i < 3; i++)
        {
            await cloud.ReceiveAsync("orders");
            await cloud.AdvanceAsync(30);
        }

        Assert.Equal((1, 0, 0), cloud.Counts("dead"));

        var start = await cloud.CallAsync("StartMessageMoveTask", new { SourceArn = QueueCloud.Arn("dead") });

        Assert.Equal(HttpStatusCode.OK, start.Status);
        Assert.Equal((0, 0, 0), cloud.Counts("dead"));
        Assert.Equal((1, 0, 0), cloud.Counts("orders"));
        var tasks = await cloud.CallAsync("ListMessageMoveTasks", new { SourceArn = QueueCloud.Arn("dead") });
        Assert.Equal(
            ("COMPLETED", 1),
            ((string?)tasks.Json["Results"]![0]!["Status"], (int?)tasks.Json["Results"]![0]!["ApproximateNumberOfMessagesMoved"]));
    }

    [Fact]
    public async Task Only_dead_letter_queues_are_redriven()
    {
        await cloud.QueueAsync("orders");

        var answer = await cloud.CallAsync("StartMessageMoveTask", new { SourceArn = QueueCloud.Arn("orders") });

        Assert.Equal("Source queue must be configured as a Dead Letter Queue.", answer.Error.Message);
        var unknown = await cloud.CallAsync("StartMessageMoveTask", new { SourceArn = QueueCloud.Arn("nowhere") });
        Assert.Equal(
            (HttpStatusCode.NotFound, "The resource that you specified for the SourceArn parameter doesn't exist."),
            (unknown.Status, unknown.Error.Message));
    }

    [Theory]
    [
        InlineData(
            "{\"deadLetterTargetArn\":\"arn:aws:sqs:eu-west-1:000000000000:nowhere\",\"maxReceiveCount\":3}",
            "Dead letter target does not exist.")
    ]
    [InlineData("{\"deadLetterTargetArn\":\"arn:aws:sqs:eu-west-1:000000000000:dead\"}", "maxReceiveCount")]
    [InlineData("{\"maxReceiveCount\":3}", "deadLetterTargetArn")]
    [
        InlineData(
            "{\"deadLetterTargetArn\":\"arn:aws:sqs:eu-west-1:000000000000:dead\",\"maxReceiveCount\":1001}",
            "valid values are from 1 to 1000 both inclusive")
    ]
    [InlineData("{", "not JSON")]
    public async Task A_broken_redrive_policy_fails_the_queue(string policy, string reason)
    {
        await cloud.QueueAsync("dead");

        var error = await Assert.ThrowsAsync<AwsException>(() => cloud.QueueAsync("orders", ("redrivePolicy", policy)));

        Assert.Contains(reason, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_dead_letter_queue_says_who_may_use_it()
    {
        await cloud.QueueAsync("closed", ("redriveAllowPolicy", "{\"redrivePermission\":\"denyAll\"}"));
        await cloud.QueueAsync(
            "picky", ("redriveAllowPolicy", $"{{\"redrivePermission\":\"byQueue\",\"sourceQueueArns\":[\"{QueueCloud.Arn("orders")}\"]}}"));

        await Assert.ThrowsAsync<AwsException>(() => cloud.QueueAsync("orders", ("redrivePolicy", Policy("closed"))));
        await Assert.ThrowsAsync<AwsException>(() => cloud.QueueAsync("other", ("redrivePolicy", Policy("picky"))));
        await cloud.QueueAsync("orders", ("redrivePolicy", Policy("picky")));
    }

    [Fact]
    public async Task A_policy_that_comes_to_forbid_it_keeps_messages_where_they_are()
    {
        await PairAsync();
        await cloud.CreateAsync(
            "aws:sqs/redriveAllowPolicy:RedriveAllowPolicy", "allow", ("queueUrl", QueueCloud.Url("dead")), (
                "redriveAllowPolicy", "{\"redrivePermission\":\"denyAll\"}"));
        await cloud.SendMessageAsync("orders", "poison");
        for (var i = 0; i < 5; i++)
        {
            Assert.Single(await cloud.ReceiveAsync("orders"));
            await cloud.AdvanceAsync(30);
        }

        Assert.Equal((0, 0, 0), cloud.Counts("dead"));
    }

    [Fact]
    public async Task Policies_can_be_resources_of_their_own()
    {
        await cloud.QueueAsync("dead");
        await cloud.QueueAsync("orders");

        await cloud.CreateAsync(
            "aws:sqs/redrivePolicy:RedrivePolicy", "redrive", ("queueUrl", QueueCloud.Url("orders")), ("redrivePolicy", Policy("dead")));
        await cloud.CreateAsync(
            "aws:sqs/queuePolicy:QueuePolicy", "policy", ("queueUrl", QueueCloud.Url("orders")), ("policy", "{\"Statement\":[]}"));

        Assert.Equal("{\"Statement\":[]}", cloud.Sqs.PolicyOf(QueueCloud.Arn("orders")));
        var answer =
            await cloud.CallAsync(
                "GetQueueAttributes", new { QueueUrl = QueueCloud.Url("orders"), AttributeNames = new[] { "RedrivePolicy", "Policy" } });
        Assert.Equal(Policy("dead"), (string?)answer.Json["Attributes"]!["RedrivePolicy"]);
        var sources = await cloud.CallAsync("ListDeadLetterSourceQueues", new { QueueUrl = QueueCloud.Url("dead") });
        Assert.Equal(QueueCloud.Url("orders"), (string?)sources.Json["queueUrls"]![0]);
    }

    private static string Policy(string target) => $"{{\"deadLetterTargetArn\":\"{QueueCloud.Arn(target)}\",\"maxReceiveCount\":2}}";

    private async Task PairAsync()
    {
        await cloud.QueueAsync("dead");
        await cloud.QueueAsync("orders", ("redrivePolicy", Policy("dead")));
    }
}
