using Local.Tests.Sqs;

namespace Local.Tests.EventSources;

public sealed class BatchingTests : IDisposable
{
    private readonly MappingCloud cloud = new();

    public void Dispose() => cloud.Dispose();

    [Fact]
    public async Task With_a_window_messages_are_gathered_until_it_closes()
    {
        await cloud.QueuesAsync();
        await cloud.MapAsync(("batchSize", 100.0), ("maximumBatchingWindowInSeconds", 5.0));
        await cloud.SettleAsync();

        await SendAsync(3);
        await cloud.Queues.AdvanceAsync(4);
        await SendAsync(4);
        Assert.Empty(cloud.Functions.Events);

        await cloud.Queues.AdvanceAsync(0.999);
        Assert.Empty(cloud.Functions.Events);
        await cloud.Queues.AdvanceAsync(0.001);
        Assert.Equal([7], cloud.BatchSizes());
    }

    [Fact]
    public async Task A_full_batch_does_not_wait_for_its_window()
    {
        await cloud.QueuesAsync();
        await cloud.MapAsync(("batchSize", 100.0), ("maximumBatchingWindowInSeconds", 5.0));

        await SendAsync(250);
        await cloud.SettleAsync();
        Assert.Equal([100, 100], cloud.BatchSizes());

        await cloud.Queues.AdvanceAsync(5);
        Assert.Equal([100, 100, 50], cloud.BatchSizes());
        Assert.Equal(250, cloud.Functions.Events.SelectMany(FakeFunctions.Bodies).Distinct().Count());
    }

    [Fact]
    public async Task A_thousand_messages_make_ten_batches_of_a_hundred()
    {
        await cloud.QueuesAsync();
        await cloud.MapAsync(("batchSize", 100.0), ("maximumBatchingWindowInSeconds", 5.0), MappingCloud.Concurrency(2));

        await SendAsync(1000);
        await cloud.SettleAsync();

        Assert.Equal(Enumerable.Repeat(100, 10), cloud.BatchSizes());
    }

    [Fact]
    public async Task Without_a_window_a_batch_is_what_one_receipt_brings()
    {
        await cloud.QueuesAsync();
        await SendAsync(25);

        await cloud.MapAsync(("batchSize", 10.0), MappingCloud.Concurrency(2));
        await cloud.SettleAsync();

        Assert.Equal([5, 10, 10], cloud.BatchSizes().Order());
    }

    [Fact]
    public async Task An_event_stays_within_six_megabytes()
    {
        await cloud.QueuesAsync();
        var body = new string('a', 1_000_000);
        for (var i = 0; i < 13; i++)
        {
            await cloud.Queues.SendMessageAsync("events", body);
        }

        await cloud.MapAsync(("batchSize", 100.0), ("maximumBatchingWindowInSeconds", 5.0), MappingCloud.Concurrency(2));
        await cloud.Queues.AdvanceAsync(5);

        Assert.Equal([1, 6, 6], cloud.BatchSizes().Order());
        Assert.All(cloud.Functions.Sizes, size => Assert.InRange(size, 1, 6 * 1024 * 1024));
    }

    [Fact]
    public async Task No_more_invocations_run_at_once_than_are_set_and_no_messages_are_received_for_more()
    {
        await cloud.QueuesAsync();
        var release = new TaskCompletionSource();
        using var begun = new SemaphoreSlim(0);
        cloud.Functions.Behaviour = async _ =>
        {
            begun.Release();
            await release.Task;
            return FakeFunctions.Answer("null");
        };
        await SendAsync(10);
        await cloud.MapAsync(("batchSize", 1.0), MappingCloud.Concurrency(3));
        for (var i = 0; i < 3; i++)
        {
            await begun.WaitAsync(cloud.Queues.Soon);
        }

        Assert.Equal((7, 3, 0), cloud.Queues.Counts("events"));

        release.SetResult();
        await cloud.SettleAsync();
        Assert.Equal(10, cloud.Functions.Events.Count);
        Assert.Equal(3, cloud.Functions.MostAtOnce);
    }

    [Fact]
    public async Task Settling_waits_for_a_slow_function()
    {
        await cloud.QueuesAsync();
        await cloud.MapAsync();
        var release = new TaskCompletionSource();
        cloud.Functions.Behaviour = async _ =>
        {
            await release.Task;
            return FakeFunctions.Answer("null");
        };
        await SendAsync(1);
        var settled = cloud.SettleAsync();
        var advanced = cloud.Queues.AdvanceAsync(3600);
        Assert.False(settled.IsCompleted || advanced.IsCompleted);

        release.SetResult();
        await settled;
        await advanced;

        // Had time gone on during the invocation, the message would have come again.
        Assert.Single(cloud.Functions.Events);
    }

    private async Task SendAsync(int count)
    {
        for (var i = 0; i < count; i++)
        {
            await cloud.Queues.SendMessageAsync("events", $"{Guid.NewGuid()}");
        }
    }
}
