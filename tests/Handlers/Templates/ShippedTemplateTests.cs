using HandlebarsDotNet;

namespace Handlers.Tests.Templates;

public class ShippedTemplateTests
{
    public static IEnumerable<object[]> Campaigns =>
        ShippedTemplates.Definitions.Announcements.Announcements.SelectMany(
            each => each.Campaigns.Select(campaign => new object[] { each.Name, campaign.Name }));

    [Theory]
    [MemberData(nameof(Campaigns))]
    public void Message_shows_every_value_of_the_event_escaped_in_HTML_alone(string announcement, string campaign)
    {
        var (html, text, subject) = Render(announcement, campaign, "Ada & Co");
        Assert.Contains("Hello Ada &amp; Co,", html, StringComparison.Ordinal);
        Assert.StartsWith("Hello Ada & Co,\n", text, StringComparison.Ordinal);
        var shown = ShippedTemplates.Definitions.Announcements.Find(announcement)!.Attributes;
        Assert.All(shown, name => Assert.Contains($"&lt;{name}&gt; &amp; co", html, StringComparison.Ordinal));
        Assert.All(shown, name => Assert.Contains($"<{name}> & co", text, StringComparison.Ordinal));
        Assert.DoesNotContain("{{", html + text + subject, StringComparison.Ordinal);
        Assert.Matches("<.*> & co", subject);
    }

    [Theory]
    [MemberData(nameof(Campaigns))]
    public void Customer_without_a_name_is_greeted_all_the_same(string announcement, string campaign)
    {
        var (html, text, _) = Render(announcement, campaign, firstName: null);
        Assert.Contains("<p>Hello,</p>", html, StringComparison.Ordinal);
        Assert.StartsWith("Hello,\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_template_is_sent() => Assert.Equal(
        ShippedTemplates.Definitions.Templates.Select(template => template.Name),
        ShippedTemplates.Definitions.Announcements.Announcements.SelectMany(each => each.Campaigns).Select(campaign => campaign.Template)
            .Concat(ShippedTemplates.Definitions.Reminders.Reminders.Select(reminder => reminder.Template))
            .Concat(ShippedTemplates.Definitions.Journeys.Journeys.SelectMany(journey => journey.Templates))
            .Distinct()
            .Order(StringComparer.Ordinal));

    [Fact]
    public void HTML_says_its_language_and_needs_no_image() => Assert.All(ShippedTemplates.Definitions.Templates, template =>
    {
        Assert.StartsWith("<!DOCTYPE html>\n<html lang=\"en\">", template.Email.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("<img", template.Email.Html, StringComparison.Ordinal);
        Assert.Single(template.Email.Html.Split("<h1").Skip(1));
    });

    private static (string Html, string Text, string Subject) Render(string announcementName, string campaignName, string? firstName)
    {
        var announcement = ShippedTemplates.Definitions.Announcements.Find(announcementName)!;
        var campaign = announcement.Find(campaignName)!;
        var template = ShippedTemplates.Definitions.Templates.Single(each => each.Name == campaign.Template);
        var endpoint = ShippedTemplates.Endpoint(announcement, campaign, firstName);
        var email = template.Email;
        return (Render(email.Html), Render(email.Text), Render(email.Subject));

        string Render(string source) => Handlebars.Compile(source)(endpoint);
    }
}
