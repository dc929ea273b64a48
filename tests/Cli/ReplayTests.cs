using System.IO.Compression;
using System.Text;

namespace Cli.Tests;

/// <summary>Recorded events, through definitions of the test's own.</summary>
public sealed class ReplayTests : IDisposable
{
    private const string Welcome =
        "  welcome: { event: signup, again: never, until: [buy], steps: [{ send: hello }, { wait: P3D }, { send: tips }] }";

    private readonly TestFolder folder = new();

    public ReplayTests()
    {
        Define("before", Welcome);
        Define("after", Welcome.Replace("P3D", "P1D", StringComparison.Ordinal));
    }

    [Fact]
    public async Task It_counts_what_old_and_new_journeys_would_have_sent_and_shows_the_first_differences()
    {
        var result = await ReplayAsync(
            Archived("r1", "2026-01-01T10:00:00.000Z", "signup", "ada"),
            Archived("r2", "2026-01-01T11:00:00.000Z", "signup", "bob"),
            Archived("r3", "2026-01-03T10:00:00.000Z", "buy", "ada"),
            Archived("r4", "2026-01-03T10:00:00.000Z", "seen", "eve"),
            Archived("r5", "2026-01-03T12:00:00.000Z", "signup", "eve"));

        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.Equal(
            """
            5 events from 2026-01-01T10:00:00Z to 2026-01-03T12:00:00Z. Of these, 4 events of 3 customers concern journeys.
            before  3 messages to 3 customers, at most 1 to one
            after   5 messages to 3 customers, at most 2 to one
              welcome: tips  0 -> 2
            Other messages, or other times: 2 customers. The first by id:
              ada: + welcome tips 2026-01-02T10:00:00Z
              bob: + welcome tips 2026-01-02T11:00:00Z
            The customers are made up: each has an address, no attributes, and wants all messages. --stack takes those of a stack.
            The journeys knew nothing of a customer before the first event. What is due after the last event does not count.

            """.ReplaceLineEndings("\n"),
            result.Output.ReplaceLineEndings("\n"));
    }

    [Fact]
    public async Task Definitions_that_mean_the_same_make_no_difference()
    {
        Define("after", Welcome);

        var result = await ReplayAsync(Archived("r1", "2026-01-01T10:00:00.000Z", "signup", "ada"));

        Assert.Contains("No customer would have got another message, or one at another time.\n", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Events_in_any_order_and_twice_are_one_customers_whatever_the_case_of_the_id()
    {
        var result = await ReplayAsync(
            Archived("r3", "2026-01-09T10:00:00.000Z", "seen", "ADA"),
            Archived("r2", "2026-01-03T10:00:00.000Z", "buy", "Ada"),
            Archived("r1", "2026-01-01T10:00:00.000Z", "signup", "ada"),
            Archived("r1", "2026-01-01T10:00:00.000Z", "signup", "ada"));

        Assert.Contains("before  1 message to 1 customer, at most 1 to one\nafter   2 messages to 1 customer", result.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\"eventId\":\"r1\",\"timestamp\":\"2026-01-01T10:00:00+00:00\",\"eventType\":\"signup\",\"endpointId\":\"ada\"}")]
    [InlineData(
        "{\"event_type\":\"signup\",\"event_timestamp\":1767261600000,\"client\":{\"client_id\":\"ada\"},\"attributes\":{},\"metrics\":{}}")]
    public async Task Events_of_the_local_cloud_and_of_Pinpoint_are_read(string line) =>
        Assert.StartsWith(
            "1 event from 2026-01-01T10:00:00Z to 2026-01-01T10:00:00Z. Of these, 1 event of 1 customer concern journeys.\nbefore  1 message ",
            (await ReplayAsync(line)).Output,
            StringComparison.Ordinal);

    [Fact]
    public async Task Gzip_is_told_by_its_beginning()
    {
        var path = folder["events"];
        await using (var gzip = new GZipStream(File.Create(path), CompressionLevel.Fastest))
        {
            await gzip.WriteAsync(Encoding.UTF8.GetBytes(Archived("r1", "2026-01-01T10:00:00.000Z", "signup", "ada") + "\n"));
        }

        Assert.Contains("before  1 message to 1 customer", (await RunAsync(path)).Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{", "is no JSON")]
    [InlineData("[]", "is a list; write an event a line, such as with jq -c '.[]'")]
    [InlineData("7", "is no object")]
    [InlineData("{\"at\":\"2026-01-01T10:00:00Z\",\"endpoint\":\"ada\"}", "has no type, eventType or event_type")]
    [InlineData("{\"at\":\"2026-01-01T10:00:00Z\",\"type\":\"signup\"}", "has no endpoint, endpointId or client.client_id")]
    [InlineData("{\"at\":\"soon\",\"type\":\"signup\",\"endpoint\":\"ada\"}", "has no instant in at, timestamp or event_timestamp")]
    [InlineData(
        "{\"at\":\"2026-01-01T10:00:00Z\",\"type\":\"signup\",\"endpoint\":\"ada\",\"metrics\":{\"value\":\"7\"}}",
        "has metrics that are not numbers by name")]
    public async Task A_line_that_is_no_event_is_told_by_its_number_and_without_its_values(string line, string problem)
    {
        var result = await ReplayAsync(Archived("r1", "2026-01-01T10:00:00.000Z", "signup", "ada"), "", line);

        Assert.Equal((1, ""), (result.ExitCode, result.Output));
        Assert.Contains($"events.ndjson:3: {problem}.", result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("ada", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_without_events_and_a_missing_folder_are_told()
    {
        Assert.Contains(": no events.", (await ReplayAsync("")).Error, StringComparison.Ordinal);
        Assert.Contains(
            "--before: there is no folder ",
            (await CommandResult.RunAsync(
                ["journey", "replay", "any", "--before", folder["nowhere"], "--definitions", folder["after"]])).Error,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_many_differences_the_first_ten_by_id_are_shown()
    {
        var result = await ReplayAsync(
        [
            .. Enumerable.Range(0, 30).Select(i => Archived($"r{i}", "2026-01-01T10:00:00.000Z", "signup", $"e{i:00}")),
            Archived("last", "2026-01-09T10:00:00.000Z", "seen", "e00"),
        ]);

        Assert.Contains("Other messages, or other times: 30 customers.", result.Output, StringComparison.Ordinal);
        Assert.Equal(
            Enumerable.Range(0, 10).Select(i => $"  e{i:00}: + welcome tips 2026-01-02T10:00:00Z, - welcome tips 2026-01-04T10:00:00Z"),
            result.Output.Split('\n').Where(line => line.StartsWith("  e", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Customers_of_a_stack_are_as_they_are_now()
    {
        Define("after", Welcome.Replace("again: never,", "again: never, skipIf: { tier: [premium] },", StringComparison.Ordinal));
        await using var cloud = await OperatedCloud.StartAsync();
        await cloud.ImportAsync(
            "Id,ChannelType,Address,OptOut,User.UserId,User.UserAttributes.tier,EffectiveDate",
            "ada,EMAIL,p1@example.com,NONE,p1,premium,2026-01-01T00:00:00Z",
            "bob,EMAIL,p2@example.com,NONE,p2,basic,2026-01-01T00:00:00Z",
            "eve,EMAIL,p3@example.com,ALL,p3,basic,2026-01-01T00:00:00Z");

        var told = await cloud.SucceedAsync(
            "journey", "replay", "--before", folder["before"], "--definitions", folder["after"],
            folder.Write("events.ndjson", Array.ConvertAll(
                ["ada", "bob", "eve", "ghost"], endpoint => Archived(endpoint, "2026-01-01T10:00:00.000Z", "signup", endpoint))));

        Assert.Contains(
            "before  2 messages to 2 customers, at most 1 to one\nafter   1 message to 1 customer, at most 1 to one\n  welcome: hello  2 -> 1\n",
            told,
            StringComparison.Ordinal);
        Assert.Contains("\n  ada: - welcome hello 2026-01-01T10:00:00Z\n", told, StringComparison.Ordinal);
        Assert.Contains("The customers' data are those of today, and not those of then", told, StringComparison.Ordinal);
        Assert.Empty(cloud.Ses.Sent.All);
        Assert.Empty(cloud.Items("journeys"));
    }

    [Fact]
    public async Task On_Pinpoint_customers_can_only_be_made_up()
    {
        await using var cloud = await OperatedCloud.StartAsync(keepsCustomers: false);

        var result = await cloud.RunAsync("journey", "replay", "any", "--before", folder["before"], "--definitions", folder["after"]);

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("Without --local and --stack, a replay makes customers up.", result.Error, StringComparison.Ordinal);
    }

    public void Dispose() => folder.Dispose();

    private static string Archived(string id, string at, string type, string endpoint) =>
        $"{{\"id\":\"{id}\",\"at\":\"{at}\",\"type\":\"{type}\",\"endpoint\":\"{endpoint}\",\"attributes\":{{}},\"metrics\":{{}}}}";

    private void Define(string name, string journeys)
    {
        foreach (var template in new[] { "hello", "tips" })
        {
            Directory.CreateDirectory(folder[$"{name}/templates/{template}"]);
            folder.Write($"{name}/templates/{template}/subject.txt", "Hello");
            folder.Write($"{name}/templates/{template}/email.html", "<p>Hello</p>");
            folder.Write($"{name}/templates/{template}/email.txt", "Hello");
        }

        folder.Write(
            $"{name}/events.yaml",
            "events:",
            "  signup: { identity: anonymous }",
            "  buy: { identity: signed }",
            "  seen: { identity: signed }");
        folder.Write($"{name}/segments.yaml", "customers: { userAttributes: [tier] }", "segments: {}");
        folder.Write($"{name}/journeys.yaml", "journeys:", journeys);
    }

    private Task<CommandResult> ReplayAsync(params string[] lines) => RunAsync(folder.Write("events.ndjson", lines));

    private Task<CommandResult> RunAsync(string path) =>
        CommandResult.RunAsync(["journey", "replay", path, "--before", folder["before"], "--definitions", folder["after"]]);
}
