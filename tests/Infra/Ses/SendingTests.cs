using System.Collections.Immutable;
using Infra.Tests.PulumiSdk;
using Infra.Tests.StackProgram;

namespace Infra.Tests.Ses;

/// <summary>The domain that messages come from, and what tells of trouble with them.</summary>
[Collection(ProcessEnvironment.Name)]
public sealed class SendingTests
{
    private const string Record = "aws:route53/record:Record";
    private static readonly (string Key, string Value) Zone = ("ses:hostedZoneId", "Z0123456789ABCDEFGHIJ");

    private static readonly string[] All =
    [
        "one._domainkey.example.com CNAME one.dkim.amazonses.com",
        "two._domainkey.example.com CNAME two.dkim.amazonses.com",
        "three._domainkey.example.com CNAME three.dkim.amazonses.com",
        "bounce.example.com MX 10 feedback-smtp.eu-west-1.amazonses.com",
        "bounce.example.com TXT v=spf1 include:amazonses.com ~all",
        "_dmarc.example.com TXT v=DMARC1; p=none",
    ];

    [Fact]
    public async Task Without_a_hosted_zone_an_output_names_the_records_that_are_missing()
    {
        var stack = await SesStack.RunAsync();

        Assert.Empty(stack.Of(Record));
        Assert.Equal(All, Missing(stack));
    }

    [Fact]
    public async Task With_a_hosted_zone_the_stack_makes_the_records()
    {
        var stack = await SesStack.RunAsync(Zone);

        Assert.Empty(Missing(stack));
        Assert.Equal(
            All.Order(StringComparer.Ordinal),
            stack.Of(Record)
                .Select(record => $"{record.Text("name")} {record.Text("type")} {Assert.Single(record.Texts("records"))}")
                .Order(StringComparer.Ordinal));
        Assert.All(stack.Of(Record), record => Assert.Equal(Zone.Value, record.Text("zoneId")));
    }

    [Fact]
    public async Task Another_stacks_identity_and_the_companys_own_policy_are_left_alone()
    {
        var stack = await SesStack.RunAsync(Zone, ("ses:manageIdentity", "false"), ("ses:dmarc", "unmanaged"));

        Assert.Empty(stack.Of("aws:sesv2/emailIdentity:EmailIdentity"));
        Assert.Empty(stack.Of(Record));
        Assert.Contains("ses:SendEmail identity/example.com", stack.Rights("send-campaign"));
    }

    [Fact]
    public async Task A_policy_asks_receivers_what_is_set_and_names_the_address_for_reports() => Assert.Contains(
        "_dmarc.example.com TXT v=DMARC1; p=reject; rua=mailto:dmarc@example.com",
        Missing(await SesStack.RunAsync(("ses:dmarc", "reject"), ("ses:dmarcReports", "dmarc@example.com"))));

    [Fact]
    public async Task Every_message_goes_over_TLS_and_counts_for_the_reputation()
    {
        var set = (await SesStack.RunAsync()).One("aws:sesv2/configurationSet:ConfigurationSet", "email");

        Assert.Equal("engagement-ses", set.Text("configurationSetName"));
        Assert.Equal("REQUIRE", set.Block("deliveryOptions")["tlsPolicy"]);
        Assert.True((bool)set.Block("reputationOptions")["reputationMetricsEnabled"]);
        Assert.Equal(
            ["BOUNCE", "COMPLAINT"], ((ImmutableArray<object>)set.Block("suppressionOptions")["suppressedReasons"]).Cast<string>());
    }

    [Theory]
    [InlineData("bounce-rate", "Reputation.BounceRate", 0.025)]
    [InlineData("complaint-rate", "Reputation.ComplaintRate", 0.0005)]
    public async Task The_reputation_raises_an_alarm_at_half_of_what_SES_tolerates(string name, string metric, double threshold)
    {
        var alarm = (await SesStack.RunAsync()).One("aws:cloudwatch/metricAlarm:MetricAlarm", name);

        Assert.Equal(("AWS/SES", metric, threshold), (alarm.Text("namespace"), alarm.Text("metricName"), alarm.Number("threshold")));
    }

    [Theory]
    [InlineData("sending-stopped", "SendingStopped")]
    [InlineData("messages-unknown", "MessagesUnknown")]
    [InlineData("messages-given-up", "MessagesGivenUp")]
    [InlineData("company-events-alarms-rules-missing", "CampaignRulesMissing")]
    [InlineData("company-events-alarms-too-late", "CampaignsTooLate")]
    [InlineData("company-events-alarms-attributes-lost", "UserAttributesLost")]
    [InlineData("sweep-due-missed", "DueSweeps")]
    [InlineData("sweep-due-starts-failed", "RunStartsFailed")]
    public async Task What_customers_go_without_raises_an_alarm(string name, string metric)
    {
        var alarm = (await SesStack.RunAsync()).One("aws:cloudwatch/metricAlarm:MetricAlarm", name);

        Assert.Equal((metric, "ses"), (alarm.Text("metricName"), (string)alarm.Block("dimensions")["Stack"]));
    }

    [Theory]
    [InlineData("Shop <shop@example.com>", "shop@example.com")]
    [InlineData("shop@example.com", "shop@example.com")]
    [InlineData("Smith & Sons <news@mail.example.com>", "news@mail.example.com")]
    public async Task A_sender_is_an_address_of_the_domain_or_below_it_with_or_without_a_name(string from, string address)
    {
        var stack = await SesStack.RunAsync(("ses:fromAddress", from));

        Assert.Equal(from, stack.Variables("send-campaign")["MAIL_FROM"]);
        Assert.Contains(
            stack.Statements("send-campaign"),
            statement => statement.GetRawText().Contains($"\"ses:FromAddress\":\"{address}\"", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("ses:domain", "Example.com", "ses:domain: 'Example.com' is not a domain name in small letters, such as example.com.")]
    [InlineData("ses:domain", "", "ses:domain: is missing; set it with 'pulumi config set ses:domain example.com'.")]
    [InlineData("ses:fromAddress", "", "ses:fromAddress: is missing; set it with 'pulumi config set ses:fromAddress ")]
    [InlineData("ses:fromAddress", "shop", "ses:fromAddress: 'shop' is neither an address in ASCII, such as shop@example.com, nor a name")]
    [InlineData("ses:fromAddress", "Café <shop@example.com>", "ses:fromAddress: 'Café <shop@example.com>' is neither an address")]
    [InlineData("ses:fromAddress", "Shop <shop@example.com", "ses:fromAddress: 'Shop <shop@example.com' is neither an address")]
    [InlineData("ses:fromAddress", "shop@example.com>", "ses:fromAddress: 'shop@example.com>' is neither an address")]
    [InlineData(
        "ses:fromAddress", "shop@notexample.com", "ses:fromAddress: 'shop@notexample.com' is not an address of example.com (ses:domain)")]
    [InlineData("ses:mailFromDomain", "bounce.other.com", "ses:mailFromDomain: 'bounce.other.com' is not a domain below example.com")]
    [InlineData("ses:mailFromDomain", "example.com", "ses:mailFromDomain: 'example.com' is not a domain below example.com")]
    [InlineData("ses:hostedZoneId", "example.com", "ses:hostedZoneId: 'example.com' is not the id of a hosted zone, such as Z01")]
    [InlineData("ses:dmarc", "strict", "ses:dmarc: 'strict' is not one of none, quarantine, reject, unmanaged.")]
    [InlineData("ses:dmarcReports", "example.com", "ses:dmarcReports: 'example.com' is not an e-mail address.")]
    [InlineData("ses:sendingRate", "0", "ses:sendingRate: '0' is not a whole number from 1 to 100000.")]
    [InlineData("ses:senders", "1", "ses:senders: '1' is not a whole number from 2 to 1000.")]
    [InlineData("ses:manageIdentity", "no", "ses:manageIdentity: 'no' is not one of true, false.")]
    [InlineData("eventStream:enabled", "true", "eventStream:enabled: there is no such setting; under eventStream: there are retention")]
    [InlineData("email:fromAddress", "a@example.com", "email:fromAddress: is now ses:fromAddress; remove the old key and set the new one.")]
    [InlineData("provisioning:attempt", "1", "provisioning:attempt: there is no such setting; settings are under ")]
    public async Task A_wrong_setting_is_named(string key, string value, string expected) =>
        Assert.Contains(expected, await SesStack.RefusalAsync((key, value)), StringComparison.Ordinal);

    [Fact]
    public async Task An_address_for_reports_without_a_record_is_an_error() => Assert.Contains(
        "ses:dmarcReports: is set, but ses:dmarc is unmanaged, so there is no record that could name it.",
        await SesStack.RefusalAsync(("ses:dmarc", "unmanaged"), ("ses:dmarcReports", "dmarc@example.com")),
        StringComparison.Ordinal);

    [Fact]
    public async Task Settings_of_this_platform_are_errors_on_another() => Assert.Contains(
        "ses:domain: there is no such setting; settings are under ",
        await RecordingEngine.RefusalAsync(("ses:domain", "example.com")),
        StringComparison.Ordinal);

    private static IEnumerable<object> Missing(RecordingEngine stack) => (ImmutableArray<object>)stack.Outputs["missingDnsRecords"]!;
}
