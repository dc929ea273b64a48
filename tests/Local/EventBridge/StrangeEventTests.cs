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
        cloud.Create("aws:cloudwatch/eventRule:EventRule", ("name", "a"), ("eventBusName", "company"), ("eventPattern", """{"detail":{"a":[{"anything-but":"x"}]}}"""));
        cloud.Create("aws:cloudwatch/eventTarget:EventTarget", ("rule", "a"), ("eventBusName", "company"), ("targetId", "only"), ("arn", BusCloud.Queue));

        var answer = cloud.Put(BusCloud.Entry(detail), BusCloud.Entry("""{"a":"b"}"""));
        await cloud.Clock.SettleAsync(CancellationToken.None);

        Assert.Equal([error, null], answer["Entries"]!.AsArray().Select(entry => (string?)entry!["ErrorCode"]));
        Assert.NotEmpty(cloud.Calls);
    }

    [Fact]
    public async Task No_entry_fails_otherwise_than_by_an_error_of_EventBridge()
    {
        cloud.Rule(BusCloud.Queue);
        foreach (var entry in Mutations.Of("""{"Source":"shop","DetailType":"feature_release","Detail":"{}","EventBusName":"company","Resources":["arn:a"],"Time":1772366400}"""))
        {
            Assert.NotNull(cloud.Put(entry));
        }

        await cloud.Clock.SettleAsync(CancellationToken.None);
    }

    [Theory]
    [InlineData("\"Payload of <all>, <list>, <on> and <n>\"", "\"Payload of {version:2.0}, [HIGH,LOW], true and 1.50\"")]
    [InlineData("\"<v> out\"\n\"<list> list\"", "\"2.0 out\"\n\"[HIGH,LOW] list\"")]
    [InlineData("{\"on\": \"<on>\", \"list\": [<v>, <list>]}", "{\"on\": \"true\", \"list\": [\"2.0\", [\"HIGH\",\"LOW\"]]}")]
    public async Task Transformer_makes_the_input(string template, string input)
    {
        cloud.Rule(BusCloud.Queue, ("inputTransformer", BusCloud.Block(
            ("inputPaths", BusCloud.Block(("v", "$.detail.attributes.version"), ("all", "$.detail.attributes"), ("list", "$.detail.list"), ("on", "$.detail.on"), ("n", "$.detail.n"))),
            ("inputTemplate", template))));

        await cloud.ReleaseAsync("""{"attributes":{"version":"2.0"},"list":["HIGH","LOW"],"on":true,"n":1.50}""");

        Assert.Equal(input, (string)BusCloud.Body(Assert.Single(cloud.Calls).Request.Body)["MessageBody"]!);
    }

    [Fact]
    public async Task Variable_of_the_event_has_no_detail_and_that_of_its_JSON_has_all()
    {
        cloud.Rule(BusCloud.Queue, ("inputTransformer", BusCloud.Block(("inputTemplate", "{\"event\": <aws.events.event>, \"json\": <aws.events.event.json>}"))));

        await cloud.ReleaseAsync();

        var input = JsonNode.Parse((string)BusCloud.Body(Assert.Single(cloud.Calls).Request.Body)["MessageBody"]!)!;
        Assert.Equal(["version", "id", "detailType", "source", "account", "time", "region", "resources"], input["event"]!.AsObject().Select(member => member.Key));
        Assert.Equal(("feature_release", "r1"), ((string?)input["json"]!["detail-type"], (string?)input["json"]!["detail"]!["id"]));
    }

    [Theory]
    [InlineData("{\"list\": \"<list>\"}")]
    [InlineData("{\"list\": <list>} {}")]
    [InlineData("<list> list")]
    public async Task Template_that_makes_no_JSON_of_an_event_is_lost_and_told(string template)
    {
        cloud.Rule(BusCloud.Queue, ("inputTransformer", BusCloud.Block(("inputPaths", BusCloud.Block(("list", "$.detail.list"))), ("inputTemplate", template))));

        await cloud.ReleaseAsync("""{"list":["HIGH"]}""");

        Assert.Empty(cloud.Calls);
        Assert.Equal("INVALID_JSON", Assert.Single(cloud.Service.Lost).Code);
    }

    [Fact]
    public void Template_that_names_what_there_is_not_is_refused_at_deployment() => Assert.Contains(
        "InputTemplate for target only contains invalid placeholder other",
        Assert.Throws<ArgumentException>(() => cloud.Rule(BusCloud.Queue, ("inputTransformer", BusCloud.Block(("inputTemplate", "\"<other>\""))))).Message,
        StringComparison.Ordinal);
}
