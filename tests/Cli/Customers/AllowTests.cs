using Engagement.Consent;
using Engagement.Customers;
using Engagement.Ses.Consent;

namespace Cli.Tests.Customers;

public sealed class AllowTests
{
    private const string Address = "ada@example.com";

    private static readonly string Key = AddressKey.From(Address);

    [Fact]
    public async Task An_address_that_bounced_gets_messages_again_and_older_feedback_changes_nothing()
    {
        await using var cloud = await OperatedCloud.StartAsync();
        cloud.Ses.Account.Suppressed.Put(Address, "BOUNCE");
        await SuppressAsync(cloud, SuppressionReason.Bounce);

        var report = await cloud.SucceedAsync("customers", "allow", "Ada@Example.com", "--yes");

        Assert.Contains("consents    bounce of 2026-03-01", report, StringComparison.Ordinal);
        Assert.Contains("SES's list  bounce", report, StringComparison.Ordinal);
        Assert.DoesNotContain("ada", report, StringComparison.OrdinalIgnoreCase);
        Assert.Null(cloud.Ses.Account.Suppressed.Find(Address));
        await SuppressAsync(cloud, SuppressionReason.Complaint);
        Assert.Null((await Consents(cloud).FindAsync(Key, default)).Suppression);
    }

    [Theory]
    [InlineData(true, false, "consents    complaint of 2026-03-01", "SES's list  nothing")]
    [InlineData(false, true, "consents    nothing", "SES's list  complaint")]
    public async Task What_only_one_of_the_two_knows_is_lifted_there(bool stored, bool listed, string ofStore, string ofList)
    {
        await using var cloud = await OperatedCloud.StartAsync();
        if (listed)
        {
            cloud.Ses.Account.Suppressed.Put(Address, "COMPLAINT");
        }

        if (stored)
        {
            await SuppressAsync(cloud, SuppressionReason.Complaint);
        }

        var report = await cloud.SucceedAsync("customers", "allow", Address, "--yes");

        Assert.Contains(ofStore, report, StringComparison.Ordinal);
        Assert.Contains(ofList, report, StringComparison.Ordinal);
        Assert.Null(cloud.Ses.Account.Suppressed.Find(Address));
        Assert.Null((await Consents(cloud).FindAsync(Key, default)).Suppression);
    }

    [Fact]
    public async Task An_address_that_gets_messages_stays_as_it_is()
    {
        await using var cloud = await OperatedCloud.StartAsync();

        Assert.Contains("Nothing is lifted", await cloud.SucceedAsync("customers", "allow", Address), StringComparison.Ordinal);
        Assert.Empty(cloud.Items("consents"));
    }

    [Theory]
    [InlineData("yes\n", true)]
    [InlineData("no\n", false)]
    public async Task It_asks_first_and_says_what_the_owner_did(string answer, bool isLifted)
    {
        await using var cloud = await OperatedCloud.StartAsync();
        await SuppressAsync(cloud, SuppressionReason.Complaint);

        var result = await CommandResult.RunAsync(["customers", "allow", Address, "--local", $"{cloud.Url}"], answer);

        Assert.Equal(isLifted ? 0 : 1, result.ExitCode);
        Assert.StartsWith("Its owner reported a message as spam", result.Error, StringComparison.Ordinal);
        Assert.Equal(isLifted, (await Consents(cloud).FindAsync(Key, default)).Suppression is null);
    }

    [Fact]
    public async Task What_the_customer_unsubscribed_from_stays_and_the_report_says_so()
    {
        await using var cloud = await OperatedCloud.StartAsync();
        await SuppressAsync(cloud, SuppressionReason.Bounce);
        await Consents(cloud).ChooseAsync(Key, [new("news", Wants: false, Stamp)], default);

        var report = await cloud.SucceedAsync("customers", "allow", Address, "--yes");

        Assert.Contains("has unsubscribed", report, StringComparison.Ordinal);
        Assert.False((await Consents(cloud).FindAsync(Key, default)).Wants("news"));
    }

    [Fact]
    public async Task A_number_that_did_not_exist_gets_texts_again_however_it_is_spelled()
    {
        await using var cloud = await OperatedCloud.StartAsync();
        var key = AddressKey.From("+4915112345678");
        await Consents(cloud).SuppressAsync(key, new(SuppressionReason.Bounce, Stamp), default);

        var report = await cloud.SucceedAsync("customers", "allow", "+49 151 12345678", "--yes");

        Assert.Contains("SES's list  nothing", report, StringComparison.Ordinal);
        Assert.Null((await Consents(cloud).FindAsync(key, default)).Suppression);
    }

    private static UpdateStamp Stamp => new(new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero), "f");

    private static DynamoDbConsents Consents(OperatedCloud cloud) => new(cloud.Client, "consents", cloud.Calls);

    private static Task SuppressAsync(OperatedCloud cloud, SuppressionReason reason) =>
        Consents(cloud).SuppressAsync(Key, new(reason, Stamp), default);
}
