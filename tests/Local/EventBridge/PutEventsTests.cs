namespace Local.Tests.EventBridge;

public sealed class PutEventsTests : IDisposable
{
    private readonly BusCloud cloud = new();

    public void Dispose() => cloud.Dispose();

    [Fact]
    public void Each_entry_has_its_own_result()
    {
        var answer = cloud.Put(
            BusCloud.Entry("""{"id":"1"}"""),
            """{"DetailType":"x","Detail":"{}"}""",
            BusCloud.Entry("no JSON"),
            BusCloud.Entry("{}", source: "aws.ec2"));

        Assert.Equal(3, (int)answer["FailedEntryCount"]!);
        Assert.Equal(
            [
                null,
                "Parameter Source is not valid. Reason: Source is a required argument.",
                "Detail is malformed.",
                "Not authorized for the source."
            ],
            answer["Entries"]!.AsArray().Select(entry => (string?)entry!["ErrorMessage"]));
        Assert.True(Guid.TryParse((string?)answer["Entries"]![0]!["EventId"], out _));
    }

    [Theory]
    [InlineData(10, 10, true)]
    [InlineData(11, 10, false)]
    [InlineData(2, 131_000, true)]
    [InlineData(2, 131_072, false)]
    public void Request_holds_10_entries_and_256_KB(int entries, int size, bool accepted)
    {
        var answer = cloud.Put([.. Enumerable.Repeat(BusCloud.Entry($$"""{"x":"{{new string('x', size)}}"}"""), entries)]);

        Assert.Equal(accepted ? null : "ValidationException", (string?)answer["__type"]);
    }

    [Fact]
    public void Iam_sees_the_bus()
    {
        var body = System.Text.Json.Nodes.JsonNode.Parse($$"""{"Entries":[{{BusCloud.Entry("{}")}}]}""")!;
        var operation =
            cloud.Service.Resolve(
                Engagement.Local.EventBridge.EventBridgeService.Protocol.Request(
                    Engagement.Local.Aws.Principal.Anonymous, "PutEvents", body));

        Assert.Equal(
            ("events:PutEvents", "arn:aws:events:eu-west-1:000000000000:event-bus/company"),
            (operation.Action, Assert.Single(operation.Resources)));
    }
}
