using System.Text.Json.Nodes;

namespace Local.Tests.EventBridge;

public sealed class StrangeEventTests : IDisposable
{
    private readonly BusCloud cloud = new();

    public void Dispose() => cloud.Dispose();

    [Theory]
    [InlineData("""{"a":"\ud800"}""", "MalformedDetail")]
    [InlineData("""{"\udc00":1}""", "MalformedDetail")]
    [InlineData("""{"a":1,"a":2}""", null)]
    [InlineData("""{"a":[{"b":1,"b":2}],"a":{"c":null}}""", null)]
    [InlineData("[1]", "MalformedDetail")]
    public async Task Detail_has_a_result_of_its_own_and_does_not_hold_up_the_others(string detail, string? error)
    {
        cloud.Create(
            "aws:cloudwatch/eventRule:EventRule",
            ("name", "a"),
            ("eventBusName", "company"),
            ("eventPattern", """{"detail":{"a":[{"anything-but":"x"}]}}"""));
        cloud.Create(
            "aws:cloudwatch/eventTarget:EventTarget",
            ("rule", "a"),
            ("eventBusName", "company"),
            ("targetId", "only"),
            ("arn", BusCloud.Queue));

        var answer = cloud.Put(BusCloud.Entry(detail), BusCloud.Entry("""{"a":"b"}"""));
        await cloud.Clock.SettleAsync(CancellationToken.None);

        Assert.Equal([error, null], answer["Entries"]!.AsArray().Select(entry => (string?)entry!["ErrorCode"]));
        Assert.NotEmpty(cloud.Calls);
    }

    [Fact]
    public async Task No_entry_fails_otherwise_than_by_an_error_of_EventBridge()
    {
        cloud.Rule(BusCloud.Queue);
        foreach (var entry in
            Mutations.Of(
                """{"Source":"shop","DetailType":"feature_release","Detail":"{}","EventBusName":"company","Resources":["arn:a"],"Time":1772366400}"""))
        {
            Assert.NotNull(cloud.Put(entry));
        }

        await cloud.Clock.SettleAsync(CancellationToken.None);
    }
}
