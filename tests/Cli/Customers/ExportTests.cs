namespace Cli.Tests.Customers;

public sealed class ExportTests
{
    private static readonly string[] File =
    [
        "Id,ChannelType,Address,OptOut,EffectiveDate,Location.Latitude,Demographic.Timezone,Attributes.colour,Attributes.colour,Metrics.visits,User.UserId,User.UserAttributes.tier",
        "e1,EMAIL,ada@example.com,NONE,2026-01-01T00:00:00Z,52.5,Europe/Berlin,red,blue,3.5,ada,premium",
        "e2,SMS,+14155550100,ALL,2026-01-02T00:00:00Z,,,,,,ada,premium",
        "e3,EMAIL,bob@example.com,,2026-01-03T00:00:00Z,,,,,,,",
    ];

    [Fact]
    public async Task What_is_exported_from_one_stack_makes_the_same_customers_in_another()
    {
        using var folder = new TestFolder();
        await using var one = await OperatedCloud.StartAsync();
        await one.ImportAsync(File);
        await one.SucceedAsync("customers", "export", "--output", folder["customers.jsonl.gz"]);
        await using var other = await OperatedCloud.StartAsync();

        await other.SucceedAsync("customers", "import", folder["customers.jsonl.gz"]);

        Assert.Equal(3, (await one.SucceedAsync("customers", "export")).Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Equal(Sorted(await one.SucceedAsync("customers", "export")), Sorted(await other.SucceedAsync("customers", "export")));
    }

    [Fact]
    public async Task A_line_has_the_members_that_pinpoint_exports()
    {
        await using var cloud = await OperatedCloud.StartAsync();
        await cloud.ImportAsync(File);

        var lines = (await cloud.SucceedAsync("customers", "export")).Split('\n');
        var line = lines.Single(line => line.Contains("\"e1\"", StringComparison.Ordinal));

        Assert.Equal(
            Normal("""
            {"EndpointStatus":"ACTIVE","OptOut":"NONE","Address":"ada@example.com","ChannelType":"EMAIL","Demographic":{"Timezone":"Europe/Berlin"},
            "Location":{"Latitude":52.5},"Attributes":{"colour":["red","blue"]},"EffectiveDate":"2026-01-02T00:00:00Z","Id":"e1",
            "Metrics":{"visits":3.5},"User":{"UserId":"ada","UserAttributes":{"tier":["premium"]}}}
            """),
            Normal(line));
    }

    [Theory]
    [InlineData("ada", null)]
    [InlineData("--endpoint", "E2")]
    [InlineData("--address", "ADA@example.com")]
    public async Task A_customer_is_shown_by_id_endpoint_or_address(string first, string? second)
    {
        await using var cloud = await OperatedCloud.StartAsync();
        await cloud.ImportAsync(File);

        var shown = await cloud.SucceedAsync(["customers", "show", first, .. second is null ? [] : new[] { second }]);

        Assert.StartsWith("Customer ada\n  tier: premium\nEndpoint e1\n", shown, StringComparison.Ordinal);
        Assert.Contains("+14155550100", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("bob", shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_customer_who_is_not_there_and_one_who_is_named_twice_are_said_to_be_so()
    {
        await using var cloud = await OperatedCloud.StartAsync();

        Assert.Equal((1, "There is no such customer.\n"), Told(await cloud.RunAsync("customers", "show", "nobody")));
        var twice = await cloud.RunAsync("customers", "show", "ada", "--endpoint", "e1");
        Assert.StartsWith("Name the customer once", twice.Error, StringComparison.Ordinal);
    }

    private static (int, string) Told(CommandResult result) => (result.ExitCode, result.Error);

    private static string Sorted(string lines) =>
        string.Join('\n', lines.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(Normal).Order(StringComparer.Ordinal));

    private static string Normal(string json) => Members(System.Text.Json.Nodes.JsonNode.Parse(json)!)!.ToJsonString();

    private static System.Text.Json.Nodes.JsonNode? Members(System.Text.Json.Nodes.JsonNode? node) =>
        node is System.Text.Json.Nodes.JsonObject members
            ? new System.Text.Json.Nodes.JsonObject(members.OrderBy(each => each.Key, StringComparer.Ordinal)
                .Select(each => KeyValuePair.Create(each.Key, Members(each.Value))))
            : node?.DeepClone();
}
