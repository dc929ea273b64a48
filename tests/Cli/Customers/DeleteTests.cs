using Engagement.Aws.Journeys;
using Engagement.Journeys;
using Engagement.Sending;
using Engagement.Ses.Sending;

namespace Cli.Tests.Customers;

public sealed class DeleteTests
{
    private static readonly string[] File =
    [
        "Id,ChannelType,Address,EffectiveDate,User.UserId,User.UserAttributes.renewal_date",
        "Ada-1,EMAIL,ada@example.com,2026-01-01T00:00:00Z,ada,2098-01-01T08:00:00Z",
        "ada-2,EMAIL,shared@example.com,2026-01-02T00:00:00Z,ada,2099-01-01T08:00:00Z",
        "bob-1,EMAIL,shared@example.com,2026-01-03T00:00:00Z,bob,2099-02-01T08:00:00Z",
        "other-ada-1,EMAIL,other@example.com,2026-01-03T00:00:00Z,not-ada,2099-02-01T08:00:00Z",
    ];

    [Fact]
    public async Task A_customer_goes_from_every_table_and_no_other_customer_changes()
    {
        await using var cloud = await OperatedCloud.StartAsync();
        await cloud.ImportAsync(File);
        await SendAsync(
            cloud, "release.premium.r1#ada-1", "reminder/renewal.P1D/2098-01-01T08:00:00Z#ada-2", "release.premium.r1#other-ada-1");
        await GoThroughJourneysAsync(cloud, "Ada-1", "other-ada-1");
        await RemindAsync(cloud, "sent/renewal.P1D/2098-01-01T08:00:00Z/Ada-1", "sent/renewal.P1D/2098-01-01T08:00:00Z/bob-1", "slide/x");

        var report = await cloud.SucceedAsync("customers", "delete", "ada", "--yes");

        Assert.Contains("customers          1, with 2 endpoints", report, StringComparison.Ordinal);
        Assert.Contains("endpoint pointers  2", report, StringComparison.Ordinal);
        Assert.Contains("address pointers   2", report, StringComparison.Ordinal);
        Assert.Contains("dates              2", report, StringComparison.Ordinal);
        Assert.Contains("deliveries         2", report, StringComparison.Ordinal);
        Assert.Contains("reminders          1", report, StringComparison.Ordinal);
        Assert.Contains("journeys           1, with 1 notes", report, StringComparison.Ordinal);
        Assert.Contains("the archive", report, StringComparison.Ordinal);
        Assert.Equal(["bob", "not-ada"], Ids(cloud, "customers"));
        Assert.Equal(["E#bob-1", "E#other-ada-1"], Ids(cloud, "pointers").Where(id => id.StartsWith("E#", StringComparison.Ordinal)));
        Assert.Equal(["release.premium.r1#other-ada-1"], Ids(cloud, "deliveries"));
        Assert.Equal(["sent/renewal.P1D/2098-01-01T08:00:00Z/bob-1", "slide/x"], Ids(cloud, "reminders"));
        Assert.Equal(["other-ada-1"], Ids(cloud, "journeys"));
        Assert.Single(cloud.Items("journey-history"));
        Assert.All(
            Everything(cloud).Where(item => !item.Contains("not-ada", StringComparison.Ordinal))
                .Where(item => !item.Contains("other-ada", StringComparison.Ordinal)),
            item => Assert.DoesNotContain("ada", item, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task What_is_left_is_what_would_be_there_without_the_customer()
    {
        await using var cloud = await OperatedCloud.StartAsync();
        await cloud.ImportAsync(File);
        await cloud.SucceedAsync("customers", "delete", "--endpoint", "ADA-1", "--yes");
        await using var without = await OperatedCloud.StartAsync();
        await without.ImportAsync([File[0], .. File.Skip(3)]);

        Assert.Equal(without.State(), cloud.State());
        await cloud.ImportAsync(File);
        Assert.Equal(["ada", "bob", "not-ada"], Ids(cloud, "customers"));
    }

    [Theory]
    [InlineData("y\n", true)]
    [InlineData("yesterday\n", false)]
    [InlineData("", false)]
    public async Task It_asks_and_takes_a_yes_alone_for_one(string answer, bool isDeleted)
    {
        await using var cloud = await OperatedCloud.StartAsync();
        await cloud.ImportAsync(File);

        var result = await CommandResult.RunAsync(["customers", "delete", "ada", "--local", $"{cloud.Url}"], answer);

        Assert.Equal(isDeleted ? 0 : 1, result.ExitCode);
        Assert.StartsWith("Delete the customer ada with 2 endpoints from http://127.0.0.1:", result.Error, StringComparison.Ordinal);
        Assert.Equal(!isDeleted, Ids(cloud, "customers").Contains("ada"));
    }

    [Fact]
    public async Task Where_nobody_can_answer_nothing_is_deleted()
    {
        await using var cloud = await OperatedCloud.StartAsync();
        await cloud.ImportAsync(File);

        var result = await cloud.RunAsync("customers", "delete", "ada");

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("say --yes", result.Error, StringComparison.Ordinal);
        Assert.Contains("ada", Ids(cloud, "customers"));
    }

    [Fact]
    public async Task An_address_of_two_customers_names_neither()
    {
        await using var cloud = await OperatedCloud.StartAsync();
        await cloud.ImportAsync(File);

        var result = await cloud.RunAsync("customers", "delete", "--address", "shared@example.com", "--yes");

        Assert.Equal((1, "2 customers have this address. Name the one to delete: ada, bob\n"), (result.ExitCode, result.Error));
    }

    [Theory]
    [InlineData("ada")]
    [InlineData("--endpoint", "ADA-1")]
    public async Task On_Pinpoint_the_users_endpoints_go_with_the_stacks_records_of_them(params string[] named)
    {
        await using var cloud = await OperatedCloud.StartAsync(keepsCustomers: false);
        await FillPinpointAsync(cloud);

        var report = await cloud.SucceedAsync(["customers", "delete", .. named, "--yes"]);

        Assert.Contains("endpoints          2, in Pinpoint", report, StringComparison.Ordinal);
        Assert.Contains("reminders          1", report, StringComparison.Ordinal);
        Assert.Contains("journeys           2, with 2 notes", report, StringComparison.Ordinal);
        Assert.Contains("the event stream", report, StringComparison.Ordinal);
        Assert.Equal(["bob-1"], await PinpointEndpointsAsync(cloud, "Ada-1", "ada-2", "bob-1"));
        Assert.Equal(["bob-1"], Ids(cloud, "journeys"));
        Assert.Equal("bob-1", Assert.Single(cloud.Items("journey-history"))["customer"]!["S"]!.ToString());
        Assert.Equal(["sent/renewal.P1D/2098-01-01T08:00:00Z/bob-1", "slide/x"], Ids(cloud, "reminders"));
    }

    [Fact]
    public async Task On_Pinpoint_an_endpoint_that_is_gone_there_still_goes_from_the_stacks_records()
    {
        await using var cloud = await OperatedCloud.StartAsync(keepsCustomers: false);
        await GoThroughJourneysAsync(cloud, "Ada-1", "bob-1");

        var report = await cloud.SucceedAsync("customers", "delete", "~ada-1", "--yes");

        Assert.Contains("endpoints          0, in Pinpoint", report, StringComparison.Ordinal);
        Assert.Equal(["bob-1"], Ids(cloud, "journeys"));
    }

    [Theory]
    [InlineData("name each with --endpoint ID", "nobody")]
    [InlineData("Pinpoint finds nobody by an address", "--address", "ada@example.com")]
    public async Task On_Pinpoint_a_customer_who_is_not_found_says_how_to_name_one(string problem, params string[] named)
    {
        await using var cloud = await OperatedCloud.StartAsync(keepsCustomers: false);

        var result = await cloud.RunAsync(["customers", "delete", .. named, "--yes"]);

        Assert.Equal(1, result.ExitCode);
        Assert.Contains(problem, result.Error, StringComparison.Ordinal);
    }

    private static async Task FillPinpointAsync(OperatedCloud cloud)
    {
        await PinpointEndpoint.PutAsync(cloud, "Ada-1", "ada");
        await PinpointEndpoint.PutAsync(cloud, "ada-2", "ada");
        await PinpointEndpoint.PutAsync(cloud, "bob-1", "bob");
        await GoThroughJourneysAsync(cloud, "ada-1", "ada-2", "bob-1");
        await RemindAsync(cloud, "sent/renewal.P1D/2098-01-01T08:00:00Z/Ada-1", "sent/renewal.P1D/2098-01-01T08:00:00Z/bob-1", "slide/x");
    }

    private static async Task<IReadOnlyList<string>> PinpointEndpointsAsync(OperatedCloud cloud, params string[] ids)
    {
        using var client = cloud.Pinpoint;
        var found = new List<string>();
        foreach (var id in ids)
        {
            try
            {
                await client.GetEndpointAsync(new() { ApplicationId = cloud.Application, EndpointId = id });
                found.Add(id);
            }
            catch (Amazon.Pinpoint.Model.NotFoundException)
            {
                // It is deleted.
            }
        }

        return found;
    }

    private static async Task SendAsync(OperatedCloud cloud, params string[] ids)
    {
        using var client = cloud.Client;
        var deliveries = new DynamoDbDeliveries(client, "deliveries", cloud.Calls);
        foreach (var id in ids)
        {
            Assert.Null(await deliveries.ClaimAsync(Delivery.Claimed(id, DateTimeOffset.UtcNow), default));
        }
    }

    private static async Task GoThroughJourneysAsync(OperatedCloud cloud, params string[] endpoints)
    {
        using var client = cloud.Client;
        foreach (var endpoint in endpoints)
        {
            await new DynamoDbCustomerJourneys(client, "journeys", TimeProvider.System, cloud.Calls)
                .NoteAsync(endpoint, "purchase_success", DateTimeOffset.UtcNow, default);
            await new DynamoDbJourneyHistory(client, "journey-history", cloud.Calls)
                .AddAsync(endpoint, [new(DateTimeOffset.UtcNow, "welcome", "v", "e", "", JourneyOutcome.Entered)], default);
        }
    }

    private static async Task RemindAsync(OperatedCloud cloud, params string[] ids)
    {
        using var client = cloud.Client;
        foreach (var id in ids)
        {
            await client.PutItemAsync("reminders", new() { ["id"] = new() { S = id } });
        }
    }

    private static IEnumerable<string> Ids(OperatedCloud cloud, string table) =>
        cloud.Items(table).Select(item => $"{item["id"]!["S"]}").Order(StringComparer.Ordinal);

    private static IEnumerable<string> Everything(OperatedCloud cloud) =>
        new[] { "customers", "pointers", "dates", "deliveries", "reminders", "journeys", "journey-history" }
            .SelectMany(cloud.Items)
            .Select(item => item.ToJsonString());
}
