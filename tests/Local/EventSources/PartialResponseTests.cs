using System.Text.Json.Nodes;

namespace Local.Tests.EventSources;

public sealed class PartialResponseTests : IDisposable
{
    private readonly MappingCloud cloud = new();

    public void Dispose() => cloud.Dispose();

    [Fact]
    public async Task Only_reported_messages_stay_in_the_queue()
    {
        await DeliverAsync(
            sqsEvent =>
                $"{{\"batchItemFailures\":[{{\"itemIdentifier\":\"{Id(sqsEvent, "2")}\"}},{{\"itemIdentifier\":\"{Id(sqsEvent, "3")}\"}}]}}", reports: true);

        Assert.Equal((0, 2, 0), cloud.Queues.Counts("events"));
        Assert.Equal("PROBLEM: Partial batch failure", cloud.Mapping.LastProcessingResult);
        cloud.Functions.Behaviour = _ => Task.FromResult(FakeFunctions.Answer("{}"));
        await cloud.Queues.AdvanceAsync(60);
        Assert.Equal(["2", "3"], cloud.Functions.Events.Skip(1).SelectMany(FakeFunctions.Bodies).Order());
        Assert.Equal((0, 0, 0), cloud.Queues.Counts("events"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("{\"batchItemFailures\":null}")]
    [InlineData("{\"batchItemFailures\":[]}")]
    public async Task No_failures_reported_means_that_all_is_done(string answer)
    {
        await DeliverAsync(_ => answer, reports: true);

        Assert.Equal((0, 0, 0), cloud.Queues.Counts("events"));
    }

    [Theory]
    [InlineData("{\"batchItemFailures\":[{\"itemIdentifier\":\"\"}]}")]
    [InlineData("{\"batchItemFailures\":[{\"itemIdentifier\":null}]}")]
    [InlineData("{\"batchItemFailures\":[{\"foo\":\"bar\"}]}")]
    [InlineData("{\"batchItemFailures\":[{\"itemIdentifier\":\"unknown\"}]}")]
    [InlineData("{\"batchItemFailures\":[\"unknown\"]}")]
    [InlineData("{\"batchItemFailures\":{}}")]
    [InlineData("{")]
    [InlineData("\"ok\"")]
    public async Task A_malformed_report_means_that_all_failed(string answer)
    {
        await DeliverAsync(_ => answer, reports: true);

        Assert.Equal((0, 4, 0), cloud.Queues.Counts("events"));
        Assert.Equal("PROBLEM: Function call failed", cloud.Mapping.LastProcessingResult);
    }

    [Fact]
    public async Task An_unknown_id_beside_a_known_one_means_that_all_failed()
    {
        await DeliverAsync(
            sqsEvent => $"{{\"batchItemFailures\":[{{\"itemIdentifier\":\"{Id(sqsEvent, "1")}\"}},{{\"itemIdentifier\":\"x\"}}]}}",
            reports: true);

        Assert.Equal((0, 4, 0), cloud.Queues.Counts("events"));
    }

    [Fact]
    public async Task Reports_are_not_read_unless_the_mapping_asks_for_them()
    {
        await DeliverAsync(sqsEvent => $"{{\"batchItemFailures\":[{{\"itemIdentifier\":\"{Id(sqsEvent, "1")}\"}}]}}", reports: false);

        Assert.Equal((0, 0, 0), cloud.Queues.Counts("events"));
    }

    private static string Id(JsonNode sqsEvent, string body) =>
        (string)sqsEvent["Records"]!.AsArray().Single(record => (string?)record!["body"] == body)!["messageId"]!;

    private async Task DeliverAsync(Func<JsonNode, string> answer, bool reports)
    {
        await cloud.QueuesAsync();
        cloud.Functions.Behaviour = sqsEvent => Task.FromResult(FakeFunctions.Answer(answer(sqsEvent)));
        foreach (var body in new[] { "1", "2", "3", "4" })
        {
            await cloud.Queues.SendMessageAsync("events", body);
        }

        await (reports ? cloud.MapAsync(MappingCloud.Reports()) : cloud.MapAsync());
        await cloud.SettleAsync();
    }
}
