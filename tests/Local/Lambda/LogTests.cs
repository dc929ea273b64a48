using System.Text.Json.Nodes;

namespace Local.Tests.Lambda;

public sealed class LogTests : LambdaTests
{
    [Fact]
    public async Task Lambdas_lines_frame_what_the_function_writes()
    {
        await DeployAsync();
        var requestId = (string)(await AnswerAsync("""{"do":"write","text":"one\ntwo"}"""))["requestId"]!;
        Assert.Collection(
            Logs.Of(LogGroup),
            line => Assert.Equal($"START RequestId: {requestId} Version: $LATEST", line),
            line => Assert.Equal("one", line),
            line => Assert.Equal("two", line),
            line => Assert.Equal($"END RequestId: {requestId}", line),
            line =>
                Assert.Matches(
                    $@"^REPORT RequestId: {requestId}\tDuration: [\d.]+ ms\tBilled Duration: \d+ ms\tMemory Size: 256 MB\tMax Memory Used: "
                        + @"[1-9]\d* MB\tInit Duration: [\d.]+ ms\t$",
                    line));
    }

    [Fact]
    public async Task All_that_was_written_has_arrived_when_the_answer_has()
    {
        await DeployAsync();
        for (var round = 1; round <= 50; round++)
        {
            await AnswerAsync($$"""{"do":"write","text":"line {{round}}"}""");
            Assert.Contains($"line {round}", Logs.Of(LogGroup));
        }
    }

    [Fact]
    public async Task Lines_go_to_the_log_group_that_is_set()
    {
        await DeployAsync(("loggingConfig", Map(("logFormat", "Text"), ("logGroup", "/engagement/echo"))));
        await AnswerAsync("""{"do":"write","text":"here"}""");
        Assert.Contains("here", Logs.Of("/engagement/echo"));
        Assert.Empty(Logs.Of(LogGroup));
    }

    [Fact]
    public async Task In_JSON_every_line_of_Lambda_is_an_object()
    {
        await DeployAsync(("loggingConfig", Map(("logFormat", "JSON"))));
        await AnswerAsync("""{"text":"x"}""");
        var lines = Logs.Of(LogGroup).Select(line => JsonNode.Parse(line)!).ToList();
        Assert.Equal(["platform.start", "platform.report"], lines.Select(line => (string?)line["type"]));
        Assert.Equal("success", (string?)lines[1]["record"]!["status"]);
        Assert.Equal(256, (int)lines[1]["record"]!["metrics"]!["memorySizeMB"]!);
    }
}
