using System.Collections.Immutable;
using Infra.Tests.PulumiSdk;
using Infra.Tests.StackProgram;

namespace Infra.Tests.Ses;

/// <summary>The company's domain of links by which customers unsubscribe.</summary>
[Collection(ProcessEnvironment.Name)]
public sealed class LinkDomainTests
{
    private const string Zone = "Z0123456789ABCDEFGHIJ";
    private const string Certificate = "arn:aws:acm:eu-west-1:123456789012:certificate/a";

    private static readonly (string Key, string Value) Domain = ("ses:linkDomain", "mail.example.com");

    [Fact]
    public async Task Links_lead_there_and_the_api_keeps_its_own_host_for_older_ones()
    {
        var stack = await SesStack.RunAsync(Domain, ("ses:hostedZoneId", Zone));

        Assert.All(
            (string[])["send-campaign", "send-reminders"],
            function => Assert.Equal("https://mail.example.com/unsubscribe", stack.Variables(function)["UNSUBSCRIBE_URL"]));
        var mapping = stack.One("aws:apigateway/basePathMapping:BasePathMapping", "subscriptions-api-domain-mapping");
        Assert.Equal(("subscriptions-api-id", "v1"), (mapping.Text("restApi"), mapping.Text("stageName")));
        Assert.False(mapping.Inputs.ContainsKey("basePath"));
        Assert.False(stack.One("aws:apigateway/restApi:RestApi", "subscriptions-api").Inputs.ContainsKey("disableExecuteApiEndpoint"));
    }

    [Theory]
    [InlineData("ses:hostedZoneId", "mail.example.com")]
    [InlineData("ses:linkHostedZoneId", "links.example.org")]
    public async Task In_a_hosted_zone_the_stack_makes_certificate_and_record(string zone, string domain)
    {
        var stack = await SesStack.RunAsync(("ses:linkDomain", domain), (zone, Zone));

        Assert.Equal(domain, Assert.Single(stack.Of("aws:acm/certificate:Certificate")).Text("domainName"));
        var record = stack.One("aws:route53/record:Record", "subscriptions-api-domain-record");
        Assert.Equal((domain, "A", Zone), (record.Text("name"), record.Text("type"), record.Text("zoneId")));
        Assert.DoesNotContain(Missing(stack), missing => missing.StartsWith(domain, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Elsewhere_the_operator_brings_a_certificate_and_makes_the_record_that_the_output_names()
    {
        var stack = await SesStack.RunAsync(("ses:linkDomain", "links.example.org"), ("ses:linkCertificateArn", Certificate));

        Assert.Empty(stack.Of("aws:acm/certificate:Certificate"));
        Assert.Equal(
            Certificate, Assert.Single(stack.Of("aws:apigateway/domainName:DomainName")).Text("regionalCertificateArn"));
        Assert.Contains(Missing(stack), missing => missing.StartsWith("links.example.org CNAME", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("ses:linkDomain", "Mail.example.com", "ses:linkDomain: 'Mail.example.com' is not a domain name in small letters")]
    [InlineData("ses:linkDomain", "links.example.org", "ses:linkCertificateArn: is missing: links.example.org is in no hosted zone")]
    [InlineData("ses:linkHostedZoneId", Zone, "ses:linkHostedZoneId: is set, but ses:linkDomain is not")]
    [InlineData("ses:linkCertificateArn", Certificate, "ses:linkCertificateArn: is set, but ses:linkDomain is not")]
    public async Task A_wrong_setting_is_named(string key, string value, string problem) =>
        Assert.Contains(problem, await SesStack.RefusalAsync((key, value)), StringComparison.Ordinal);

    private static IEnumerable<string> Missing(RecordingEngine stack) =>
        ((ImmutableArray<object>)stack.Outputs["missingDnsRecords"]!).Cast<string>();
}
