using System.Collections.Immutable;
using Engagement.Local.Cloud;
using Engagement.Local.Pinpoint.Templates;

namespace Local.Tests.Pinpoint;

public sealed class TemplateTests
{
    private readonly PinpointCloud cloud = new();

    [Fact]
    public void Email_template_is_created_read_updated_and_deleted()
    {
        var created = cloud.Template("welcome", new { Subject = "Hello", HtmlPart = "<p>Hello</p>", tags = new { stack = "dev" } });
        Assert.Equal((201, "arn:aws:mobiletargeting:eu-west-1:000000000000:templates/welcome/EMAIL"), (created.Status, created.Text("Arn")));
        Assert.Equal("BadRequestException", cloud.Template("welcome", new { Subject = "Hello" }).Error);

        Assert.Equal(202, cloud.Send("PUT", "/v1/templates/welcome/email?create-new-version=true", new { Subject = "Good day" }).Status);
        var latest = cloud.Send("GET", "/v1/templates/welcome/email");
        Assert.Equal(("Good day", "2", "EMAIL", "welcome"), (latest.Text("Subject"), latest.Text("Version"), latest.Text("TemplateType"), latest.Text("TemplateName")));
        Assert.Equal("Hello", cloud.Send("GET", "/v1/templates/welcome/email?version=1").Text("Subject"));
        Assert.Equal("dev", (string)latest.Body["tags"]!["stack"]!);

        Assert.Equal(202, cloud.Send("DELETE", "/v1/templates/welcome/email").Status);
        Assert.Equal("NotFoundException", cloud.Send("GET", "/v1/templates/welcome/email").Error);
    }

    [Fact]
    public void Templates_are_listed_without_their_parts()
    {
        cloud.Template("welcome", new { Subject = "Hello" });
        cloud.Send("POST", "/v1/templates/welcome/sms", new { Body = "Hello" });

        var listed = cloud.Send("GET", "/v1/templates?template-type=EMAIL&prefix=wel").Body["Item"]!.AsArray();

        Assert.Equal("welcome", (string)Assert.Single(listed)!["TemplateName"]!);
        Assert.Null(listed[0]!["Subject"]);
        Assert.Equal(2, cloud.Send("GET", "/v1/templates").Body["Item"]!.AsArray().Count);
    }

    [Theory]
    [InlineData("-welcome", "Hello")]
    [InlineData("wel.come", "Hello")]
    [InlineData("welcome", "{{#if Attributes.a}}never closed")]
    public void Template_that_breaks_a_rule_is_refused(string name, string subject) => Assert.Equal("BadRequestException", cloud.Template(name, new { Subject = subject }).Error);

    [Theory]
    [InlineData("{{Address}}", "ada@example.com")]
    [InlineData("{{User.UserId}}", "ada")]
    [InlineData("{{User.UserAttributes.[first name].[0]}}", "Ada & Co")]
    [InlineData("{{User.UserAttributes.colours}}", "red,blue")]
    [InlineData("{{User.UserAttributes.colours.[1]}}", "blue")]
    [InlineData("{{#each User.UserAttributes.colours}}{{@index}}={{this}};{{/each}}", "0=red;1=blue;")]
    [InlineData("{{Attributes.event_version}}", "9.1")]
    [InlineData("{{Attributes.event_version.[0]}}", "9.1")]
    [InlineData("{{Demographic.Locale}}", "en_GB")]
    [InlineData("[{{Attributes.missing}}|{{User.UserAttributes.missing.[0]}}|{{Nothing.at.all}}]", "[||]")]
    [InlineData("{{Attributes.nickname.[0]}}", "friend")]
    [InlineData("{{User.UserAttributes.title}}", "dear customer")]
    [InlineData("{{#if User.UserAttributes.missing.[0]}}yes{{else}}no{{/if}}", "no")]
    [InlineData("{{#eq User.UserAttributes.colours.[0] \"red\"}}warm{{else}}cold{{/eq}}", "warm")]
    [InlineData("{{#if (gt Metrics.visits 5)}}often{{/if}}", "often")]
    [InlineData("{{upper User.UserId}}", "ADA")]
    public async Task Message_shows_the_endpoint(string template, string shown)
    {
        cloud.OpenEmail();
        cloud.UpdateEndpoint("ada", new
        {
            Address = "ada@example.com",
            ChannelType = "EMAIL",
            Attributes = new { event_version = new[] { "9.1" } },
            Metrics = new { visits = 7 },
            Demographic = new { Locale = "en_GB" },
            User = new { UserId = "ada", UserAttributes = new Dictionary<string, string[]> { ["first name"] = ["Ada & Co"], ["colours"] = ["red", "blue"] } },
        });
        cloud.Template("welcome", new
        {
            Subject = template,
            HtmlPart = template,
            DefaultSubstitutions = """{"Attributes.nickname":"friend","User":{"UserAttributes":{"title":"dear customer","colours":"none"}}}""",
        });

        cloud.Created("campaigns", new
        {
            Name = "c",
            SegmentId = cloud.Segment(new { }),
            Schedule = new { StartTime = "IMMEDIATE" },
            TemplateConfiguration = new { EmailTemplate = new { Name = "welcome" } },
        });
        await cloud.SettleAsync();

        var message = Assert.Single(cloud.Messages);
        Assert.Equal((shown, shown.Replace("&", "&amp;", StringComparison.Ordinal)), (message.Subject, message.Body));
    }

    [Fact]
    public async Task Stack_declares_a_template()
    {
        var block = ImmutableDictionary<string, object>.Empty.Add("subject", "Hello").Add("htmlPart", "<p>Hello</p>").Add("textPart", "Hello");
        var request = new ResourceRequest(
            EmailTemplateResource.Type,
            "welcome",
            ImmutableDictionary<string, object>.Empty.Add("templateName", "welcome").Add("emailTemplates", ImmutableArray.Create<object>(block)));

        var state = await cloud.Service.ResourceTypes[EmailTemplateResource.Type](request, CancellationToken.None);

        Assert.Equal("welcome", state.Id);
        Assert.Equal(state.Outputs["arn"], cloud.Send("GET", "/v1/templates/welcome/email").Text("Arn"));
    }
}
