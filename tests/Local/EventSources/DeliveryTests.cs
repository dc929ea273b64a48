using System.Text.Json.Nodes;
using Engagement.Local.Aws;
using Local.Tests.Sqs;

namespace Local.Tests.EventSources;

public sealed class DeliveryTests : IDisposable
{
    private readonly MappingCloud cloud = new();

    public void Dispose() => cloud.Dispose();

    [Fact]
    public async Task Each_delivery_of_a_message_is_known_with_what_was_called_meanwhile()
    {
        await cloud.QueuesAsync();
        await cloud.MapAsync();
        var attempts = 0;
        cloud.Functions.Behaviour = _ =>
        {
            cloud.Calls.Add(new(cloud.Queues.Clock.GetUtcNow(), "sqs", "Any", "role", true, 200, null), new("role", "sqs", "Any", null));
            return Task.FromResult(attempts++ == 0 ? FakeFunctions.Failure() : FakeFunctions.Answer("null"));
        };
        await cloud.Queues.CallAsync("SendMessage", new { QueueUrl = QueueCloud.Url("events"), MessageBody = "once" });

        await cloud.SettleAsync();
        await cloud.Queues.Clock.AdvanceAsync(TimeSpan.FromMinutes(2), cloud.Queues.Soon);

        Assert.Equal(
            [("once", true, (0, 1)), ("once", false, (1, 2))],
            cloud.Delivered.Select(each => (each.Body, each.CameBack, ((int)each.Calls.Before, (int)each.Calls.After))));
        Assert.Single(cloud.Delivered.Select(each => each.MessageId).Distinct());
        Assert.All(cloud.Delivered, each => Assert.Equal("record", each.Function.Name));
    }

    [Fact]
    public async Task A_message_reaches_the_function_as_AWS_sends_it_and_is_deleted()
    {
        await cloud.QueuesAsync();
        await cloud.MapAsync();
        await cloud.Queues.CallAsync("SendMessage", new
        {
            QueueUrl = QueueCloud.Url("events"),
            MessageBody = "a=1\nb=\"日本\"",
            MessageAttributes = new { kind = new { DataType = "String", StringValue = "test" } },
        });

        await cloud.SettleAsync();

        var record = Assert.Single(Assert.Single(cloud.Functions.Events)["Records"]!.AsArray())!;
        Assert.Equal("a=1\nb=\"日本\"", (string?)record["body"]);
        Assert.Equal(
            ("aws:sqs", QueueCloud.Arn("events"), "eu-west-1"),
            ((string?)record["eventSource"], (string?)record["eventSourceARN"], (string?)record["awsRegion"]));
        Assert.Equal(
            ["ApproximateReceiveCount", "SentTimestamp", "SenderId", "ApproximateFirstReceiveTimestamp"],
            record["attributes"]!.AsObject().Select(pair => pair.Key));
        Assert.Equal("1", (string?)record["attributes"]!["ApproximateReceiveCount"]);
        Assert.Equal(32, ((string)record["md5OfBody"]!).Length);
        Assert.Equal(
            "{\"stringValue\":\"test\",\"stringListValues\":[],\"binaryListValues\":[],\"dataType\":\"String\"}", record[
                "messageAttributes"
            ]!["kind"]!.ToJsonString());
        Assert.Equal(32, ((string)record["md5OfMessageAttributes"]!).Length);
        Assert.NotEmpty((string)record["messageId"]!);
        Assert.NotEmpty((string)record["receiptHandle"]!);
        Assert.Equal((0, 0, 0), cloud.Queues.Counts("events"));
        Assert.Equal("OK", cloud.Mapping.LastProcessingResult);
    }

    [Fact]
    public async Task Queue_calls_are_made_as_the_role_of_the_function()
    {
        await cloud.QueuesAsync();
        await cloud.MapAsync();
        await cloud.Queues.SendMessageAsync("events", "hi");

        await cloud.SettleAsync();

        Assert.All(
            cloud.Endpoint.Calls,
            call =>
                Assert.Equal(
                    (Principal.Role("arn:aws:iam::000000000000:role/record", "record"), QueueCloud.Arn("events")),
                    (call.Caller, call.Resource)));
        Assert.Equal(
            ["sqs:DeleteMessage", "sqs:GetQueueAttributes", "sqs:ReceiveMessage"],
            cloud.Endpoint.Calls.Select(call => call.Action).Distinct().Order());
    }

    [Fact]
    public async Task Messages_from_before_the_mapping_are_delivered_too()
    {
        await cloud.QueuesAsync();
        await cloud.Queues.SendMessageAsync("events", "early");
        await cloud.MapAsync();

        await cloud.SettleAsync();

        Assert.Equal(["early"], cloud.Functions.Events.SelectMany(FakeFunctions.Bodies));
    }

    [Fact]
    public async Task A_disabled_mapping_does_nothing()
    {
        await cloud.QueuesAsync();
        var state = await cloud.MapAsync(("enabled", false));
        await cloud.Queues.SendMessageAsync("events", "hi");

        await cloud.Queues.AdvanceAsync(3600);

        Assert.Equal("Disabled", state.Outputs["state"]);
        Assert.Empty(cloud.Functions.Events);
    }

    [Fact]
    public async Task An_idle_mapping_makes_no_calls()
    {
        await cloud.QueuesAsync();
        await cloud.MapAsync();
        await cloud.SettleAsync();
        var calls = cloud.Endpoint.Calls.Count;

        await cloud.Queues.AdvanceAsync(86_400);

        Assert.Equal(calls, cloud.Endpoint.Calls.Count);
        Assert.Equal("No records processed", cloud.Mapping.LastProcessingResult);
    }

    [Fact]
    public async Task A_failing_function_gets_the_message_again_after_the_visibility_time_out_and_then_it_is_dead()
    {
        await cloud.QueuesAsync();
        await cloud.MapAsync();
        cloud.Functions.Behaviour = _ => Task.FromResult(FakeFunctions.Failure());
        await cloud.Queues.SendMessageAsync("events", "poison");

        await cloud.SettleAsync();
        Assert.Single(cloud.Functions.Events);
        Assert.Equal("PROBLEM: Function call failed", cloud.Mapping.LastProcessingResult);

        await cloud.Queues.AdvanceAsync(59);
        Assert.Single(cloud.Functions.Events);

        await cloud.Queues.AdvanceAsync(121);
        Assert.Equal(
            ["1", "2", "3"],
            cloud.Functions.Events.Select(sqsEvent => (string?)sqsEvent["Records"]![0]!["attributes"]!["ApproximateReceiveCount"]));
        Assert.Equal((0, 0, 0), cloud.Queues.Counts("events"));
        Assert.Equal((1, 0, 0), cloud.Queues.Counts("dead"));
    }

    [Fact]
    public async Task A_function_that_throws_the_transport_away_counts_as_failed()
    {
        await cloud.QueuesAsync();
        await cloud.MapAsync();
        cloud.Functions.Behaviour = _ => throw new InvalidOperationException("the process died");
        await cloud.Queues.SendMessageAsync("events", "hi");

        await cloud.SettleAsync();

        Assert.Equal("PROBLEM: the process died", cloud.Mapping.LastProcessingResult);
        Assert.Equal((0, 1, 0), cloud.Queues.Counts("events"));
    }

    [Fact]
    public async Task Failed_invocations_lower_the_concurrency()
    {
        await cloud.QueuesAsync();
        await cloud.MapAsync(MappingCloud.Concurrency(4), ("batchSize", 1.0));
        cloud.Functions.Behaviour = _ => Task.FromResult(FakeFunctions.Failure());
        await SendAsync(8);
        await cloud.SettleAsync();

        using var begun = new SemaphoreSlim(0);
        var release = new TaskCompletionSource();
        cloud.Functions.Behaviour = async _ =>
        {
            begun.Release();
            await release.Task;
            return FakeFunctions.Answer("null");
        };
        var advance = cloud.Queues.AdvanceAsync(60);
        await begun.WaitAsync(cloud.Queues.Soon);
        Assert.Equal((7, 1, 0), cloud.Queues.Counts("events"));

        release.SetResult();
        await advance;
        Assert.Equal((0, 0, 0), cloud.Queues.Counts("events"));
    }

    [Fact]
    public async Task A_throttled_invocation_is_tried_again_with_growing_waits()
    {
        await cloud.QueuesAsync();
        await cloud.MapAsync();
        var attempts = new List<double>();
        cloud.Functions.Behaviour = _ =>
        {
            attempts.Add((cloud.Queues.Clock.GetUtcNow() - QueueCloud.Start).TotalSeconds);
            return attempts.Count < 4
                ? throw new AwsException(System.Net.HttpStatusCode.TooManyRequests, "TooManyRequestsException", "Rate Exceeded.")
                : Task.FromResult(FakeFunctions.Answer("null"));
        };
        await cloud.Queues.SendMessageAsync("events", "hi");

        await cloud.Queues.AdvanceAsync(10);

        Assert.Equal([0, 1, 3, 7], attempts);
        Assert.Equal((0, 0, 0), cloud.Queues.Counts("events"));
    }

    [Fact]
    public async Task A_throttled_batch_is_given_up_when_its_messages_are_visible_again()
    {
        await cloud.QueuesAsync(10);
        await cloud.MapAsync();
        cloud.Functions.Behaviour = _ =>
            throw new AwsException(System.Net.HttpStatusCode.TooManyRequests, "TooManyRequestsException", "Rate Exceeded.");
        await cloud.Queues.SendMessageAsync("events", "hi");

        await cloud.Queues.AdvanceAsync(9);
        Assert.Equal("PROBLEM: Function call failed: throttled", cloud.Mapping.LastProcessingResult);

        await cloud.Queues.AdvanceAsync(30);
        Assert.Equal((1, 0, 0), cloud.Queues.Counts("dead"));
    }

    [Fact]
    public async Task Failed_receipts_are_tried_again_with_growing_waits()
    {
        await cloud.QueuesAsync();
        await cloud.MapAsync();
        await cloud.SettleAsync();
        cloud.Endpoint.Fail = operation => operation == "ReceiveMessage" ? RecordingEndpoint.Denied(operation) : null;
        await cloud.Queues.SendMessageAsync("events", "hi");
        await cloud.Queues.AdvanceAsync(30);
        Assert.Equal("PROBLEM: ReceiveMessage failed with AccessDeniedException", cloud.Mapping.LastProcessingResult);
        var failed = cloud.Endpoint.Calls.Count;
        Assert.InRange(failed, 6, 12);

        cloud.Endpoint.Fail = _ => null;
        await cloud.Queues.AdvanceAsync(60);

        Assert.Single(cloud.Functions.Events);
    }

    [Fact]
    public async Task A_message_that_could_not_be_deleted_comes_again()
    {
        await cloud.QueuesAsync();
        await cloud.MapAsync();
        cloud.Endpoint.Fail = operation => operation == "DeleteMessageBatch" ? RecordingEndpoint.Denied(operation) : null;
        await cloud.Queues.SendMessageAsync("events", "hi");
        await cloud.SettleAsync();
        Assert.StartsWith("PROBLEM: Not authorised", cloud.Mapping.LastProcessingResult, StringComparison.Ordinal);

        cloud.Endpoint.Fail = _ => null;
        await cloud.Queues.AdvanceAsync(60);

        Assert.Equal(2, cloud.Functions.Events.Count);
        Assert.Equal((0, 0, 0), cloud.Queues.Counts("events"));
    }

    private async Task SendAsync(int count)
    {
        for (var i = 0; i < count; i++)
        {
            await cloud.Queues.SendMessageAsync("events", $"{i}");
        }
    }
}
