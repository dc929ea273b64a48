using Engagement.CompanyEvents;
using Engagement.Definitions.Announcements;
using Handlers.Tests.Definitions;

namespace Handlers.Tests.CompanyEvents;

/// <summary>Attributes of the kind <c>url</c>.</summary>
public class UrlKindTests
{
    private const string File = "announcements:\n  release: { via: VIA, attributes: { version: text, url: url }, campaigns: [{ name: a, "
        + "segment: s, template: t }] }\n";

    private static readonly CompanyEventRules Rules = new(
        AnnouncementCatalog.Parse(File.Replace("VIA", "journey", StringComparison.Ordinal), "announcements.yaml"));

    [Theory]
    [InlineData("https://www.example.com/maps?a=1&b=2#c")]
    [InlineData("HTTP://example.com")]
    [InlineData("mailto:ada@example.com?subject=Hello")]
    [InlineData("tel:+49301234")]
    public void Address_is_taken(string url) => Assert.IsType<CompanyEventAccepted>(Decide(url));

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("JavaScript:alert(1)//https://x")]
    [InlineData("data:text/html,x")]
    [InlineData("vbscript:x")]
    [InlineData("file:///etc/passwd")]
    [InlineData("//example.com")]
    [InlineData("/maps")]
    [InlineData("www.example.com")]
    [InlineData("https:example.com")]
    [InlineData("https://")]
    [InlineData("mailto:")]
    [InlineData("tel:")]
    [InlineData(" https://www.example.com")]
    [InlineData("https://www.example.com/a b")]
    [InlineData("https://www.example.com/\\\"onclick=x")]
    [InlineData("https:\\\\\\\\www.example.com")]
    [InlineData("java\\nscript:alert(1)")]
    public void Anything_else_is_refused_without_being_repeated(string url)
    {
        var problem = Assert.Single(Assert.IsType<CompanyEventRefused>(Decide(url)).Problems);
        Assert.Equal("attributes.url", problem.Key);
        Assert.DoesNotContain("example", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Scheduled_value_is_refused_with_its_line() => Assert.Matches(
        @"^announcements\.yaml:6:20: announcements\.release\.values\.url: is no URL that begins with https:, http:, mailto: or tel:$",
        Assert.Single(DefinitionErrors.Of(() => AnnouncementCatalog.Parse(
            "announcements:\n  release:\n    via: schedule\n    at: now\n    attributes: { url: url }\n    values: { url: 'ftp://x' }\n   "
                + " campaigns: [{ name: a, segment: s, template: t }]\n",
            "announcements.yaml"))));

    [Theory]
    [InlineData("{ url: link }", "attributes.url: 'link' is not one of text, url")]
    [InlineData("{ url: url, url: text }", "attributes.url: is given twice")]
    [InlineData("{ u/l: url }", "attributes.u/l: the name ")]
    public void Kind_is_text_or_url(string attributes, string error) => Assert.Contains(
        error,
        Assert.Single(
            DefinitionErrors.Of(
                () =>
                    AnnouncementCatalog.Parse(
                        File.Replace("VIA", "journey", StringComparison.Ordinal)
                            .Replace("{ version: text, url: url }", attributes, StringComparison.Ordinal),
                        "announcements.yaml"))),
        StringComparison.Ordinal);

    [Fact]
    public void List_of_names_makes_all_of_them_text() =>
        Assert.Equal(
            AttributeKind.Text,
            AnnouncementCatalog.Parse(
                "announcements:\n  a: { via: journey, attributes: [url], campaigns: [{ name: a, segment: s, template: t }] }\n",
                "a.yaml").Announcements[0]
                .KindOf("url"));

    private static CompanyEventDecision Decide(string url) =>
        Rules.DecideRequest($$$"""{"event":"release","attributes":{"version":"1","url":"{{{url}}}"}}""", "id", DateTimeOffset.UnixEpoch);
}
