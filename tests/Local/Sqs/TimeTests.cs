using System.Net;
using System.Text.Json.Nodes;

namespace Local.Tests.Sqs;

public sealed class TimeTests
{
    private readonly QueueCloud cloud = new();

    [Fact]
    public async Task A_received_message_stays_hidden_until_its_time_out()
    {
        await cloud.QueueAsync("orders", ("visibilityTimeoutSeconds", 60.0));
        await cloud.SendMessageAsync("orders", "hi");
        Assert.Single(await cloud.ReceiveAsync("orders"));
        Assert.Equal((0, 1, 0), cloud.Counts("orders"));

        await cloud.AdvanceAsync(59);
        Assert.Empty(await cloud.ReceiveAsync("orders"));

        await cloud.AdvanceAsync(1);
        Assert.Equal((1, 0, 0), cloud.Counts("orders"));
        var again = Assert.Single(await cloud.ReceiveAsync("orders"));
        Assert.Equal("2", (string?)again["Attributes"]!["ApproximateReceiveCount"]);
    }

    [Fact]
    public async Task A_deleted_message_is_gone_and_deleting_again_is_fine()
    {
        await cloud.QueueAsync("orders");
        await cloud.SendMessageAsync("orders", "hi");
        var message = Assert.Single(await cloud.ReceiveAsync("orders"));

        Assert.Equal(HttpStatusCode.OK, (await cloud.DeleteAsync("orders", message)).Status);
        Assert.Equal(HttpStatusCode.OK, (await cloud.DeleteAsync("orders", message)).Status);

        await cloud.AdvanceAsync(86_400);
        Assert.Equal((0, 0, 0), cloud.Counts("orders"));
    }

    [Fact]
    public async Task An_old_receipt_does_not_delete_a_message_that_was_received_again()
    {
        await cloud.QueueAsync("orders");
        await cloud.SendMessageAsync("orders", "hi");
        var first = Assert.Single(await cloud.ReceiveAsync("orders"));
        await cloud.AdvanceAsync(30);
        Assert.Single(await cloud.ReceiveAsync("orders"));

        Assert.Equal(HttpStatusCode.OK, (await cloud.DeleteAsync("orders", first)).Status);

        Assert.Equal((0, 1, 0), cloud.Counts("orders"));
    }

    [Fact]
    public async Task Visibility_can_be_lengthened_shortened_and_given_up()
    {
        await cloud.QueueAsync("orders");
        await cloud.SendMessageAsync("orders", "hi");
        var message = Assert.Single(await cloud.ReceiveAsync("orders"));

        await ChangeAsync(message, 100);
        await cloud.AdvanceAsync(99);
        Assert.Equal((0, 1, 0), cloud.Counts("orders"));

        await ChangeAsync(message, 0);
        Assert.Equal((1, 0, 0), cloud.Counts("orders"));

        var late = await ChangeAsync(message, 10);
        Assert.Equal("InvalidParameterValue;Sender", late.QueryError);
        Assert.EndsWith(
            "Reason: Message does not exist or is not available for visibility timeout change.",
            late.Error.Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_message_is_hidden_for_twelve_hours_in_all_at_most()
    {
        await cloud.QueueAsync("orders");
        await cloud.SendMessageAsync("orders", "hi");
        var message = Assert.Single(await cloud.ReceiveAsync("orders"));
        await cloud.AdvanceAsync(10);

        var answer = await ChangeAsync(message, 43_200);

        Assert.Contains("beyond the limit [43200 seconds]", answer.Error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_delay_of_the_queue_or_of_the_message_hides_it_at_first()
    {
        await cloud.QueueAsync("orders", ("delaySeconds", 30.0));
        await cloud.SendMessageAsync("orders", "by the queue");
        await cloud.SendMessageAsync("orders", "by the message", 10);
        await cloud.SendMessageAsync("orders", "at once", 0);
        Assert.Equal((1, 0, 2), cloud.Counts("orders"));

        await cloud.AdvanceAsync(10);
        Assert.Equal((2, 0, 1), cloud.Counts("orders"));

        await cloud.AdvanceAsync(20);
        Assert.Equal(
            ["at once", "by the message", "by the queue"],
            (await cloud.ReceiveAsync("orders")).Select(message => (string?)message["Body"]));
    }

    [Fact]
    public async Task A_message_is_forgotten_after_the_retention_period_even_in_flight()
    {
        await cloud.QueueAsync("orders", ("messageRetentionSeconds", 60.0));
        await cloud.SendMessageAsync("orders", "hi");
        await cloud.AdvanceAsync(59);
        Assert.Single(await cloud.ReceiveAsync("orders"));

        await cloud.AdvanceAsync(1);

        Assert.Equal((0, 0, 0), cloud.Counts("orders"));
        await cloud.AdvanceAsync(3600);
        Assert.Empty(await cloud.ReceiveAsync("orders"));
    }

    [Fact]
    public async Task A_long_poll_is_answered_when_a_message_comes()
    {
        await cloud.QueueAsync("orders", ("receiveWaitTimeSeconds", 20.0));
        var poll = cloud.ReceiveAsync("orders");
        await cloud.AdvanceAsync(5);
        Assert.False(poll.IsCompleted);

        await cloud.SendMessageAsync("orders", "hi", 10);
        await cloud.AdvanceAsync(9);
        Assert.False(poll.IsCompleted);

        await cloud.AdvanceAsync(1);
        Assert.Single(await poll);
    }

    [Fact]
    public async Task A_long_poll_ends_empty_when_its_time_is_over()
    {
        await cloud.QueueAsync("orders");
        var poll = cloud.CallAsync("ReceiveMessage", new { QueueUrl = QueueCloud.Url("orders"), WaitTimeSeconds = 20 });

        await cloud.AdvanceAsync(19.9);
        Assert.False(poll.IsCompleted);
        await cloud.AdvanceAsync(0.1);

        Assert.Empty((await poll).Json.AsObject());
    }

    [Fact]
    public async Task Of_several_long_polls_one_gets_the_message()
    {
        await cloud.QueueAsync("orders", ("receiveWaitTimeSeconds", 20.0));
        var polls = Enumerable.Range(0, 5).Select(_ => cloud.ReceiveAsync("orders")).ToList();

        await cloud.SendMessageAsync("orders", "hi");
        await cloud.AdvanceAsync(20);

        Assert.Equal(1, (await Task.WhenAll(polls)).Sum(messages => messages.Count));
    }

    [Fact]
    public async Task A_purge_empties_the_queue_once_a_minute()
    {
        await cloud.QueueAsync("orders");
        await cloud.SendMessageAsync("orders", "hi");

        Assert.Equal(HttpStatusCode.OK, (await PurgeAsync()).Status);
        Assert.Equal((0, 0, 0), cloud.Counts("orders"));

        var again = await PurgeAsync();
        Assert.Equal(HttpStatusCode.Forbidden, again.Status);
        Assert.Equal("AWS.SimpleQueueService.PurgeQueueInProgress;Sender", again.QueryError);
        await cloud.AdvanceAsync(60);
        Assert.Equal(HttpStatusCode.OK, (await PurgeAsync()).Status);
    }

    [Fact]
    public async Task Many_messages_are_quick()
    {
        const int many = 20_000;
        await cloud.QueueAsync("orders", ("visibilityTimeoutSeconds", 60.0));
        for (var i = 0; i < many; i++)
        {
            await cloud.QueryAsync("/000000000000/orders", "Action=SendMessage&MessageBody=event%3Dpurchase");
        }

        var received = 0;
        while (cloud.Sqs.Receive(QueueCloud.Arn("orders"), 10) is { Count: > 0 } messages)
        {
            received += messages.Count;
            foreach (var message in messages.Take(5))
            {
                cloud.Sqs.Delete(QueueCloud.Arn("orders"), message.ReceiptHandle);
            }
        }

        Assert.Equal(many, received);
        await cloud.AdvanceAsync(60);
        Assert.Equal((many / 2, 0, 0), cloud.Counts("orders"));
    }

    private Task<QueueCloud.Answer> PurgeAsync() => cloud.CallAsync("PurgeQueue", new { QueueUrl = QueueCloud.Url("orders") });

    private Task<QueueCloud.Answer> ChangeAsync(JsonNode message, int seconds) => cloud.CallAsync(
        "ChangeMessageVisibility", new
        {
            QueueUrl = QueueCloud.Url("orders"),
            ReceiptHandle = (string)message["ReceiptHandle"]!,
            VisibilityTimeout = seconds
        });
}
