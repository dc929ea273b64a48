using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Engagement.Local.Pinpoint.Templates;
using Engagement.Local.Resources;
using Local.Tests.EventSources;

namespace Local.Tests.Pinpoint;

public sealed class TemplateTests
{
    private readonly PinpointCloud cloud = new();

    [Fact]
    public void Email_template_is_created_read_updated_and_deleted()
    {
        var created = cloud.Template("welcome", new { Subject = "Hello", HtmlPart = "<p>Hello</p>", tags = new { stack = "dev" } });
        Assert.Equal(
            (201, "arn:aws:mobiletargeting:eu-west-1:000000000000:templates/welcome/EMAIL"), (created.Status, created.Text("Arn")));
        Assert.Equal("BadRequestException", cloud.Template("welcome", new { Subject = "Hello" }).Error);

        Assert.Equal(202, cloud.Send("PUT", "/v1/templates/welcome/email?create-new-version=true", new { Subject = "Good day" }).Status);
        var latest = cloud.Send("GET", "/v1/templates/welcome/email");
        Assert.Equal(
            ("Good day", "2", "EMAIL", "welcome"),
            (latest.Text("Subject"), latest.Text("Version"), latest.Text("TemplateType"), latest.Text("TemplateName")));
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
    [InlineData("welcome", "{{unknownHelper Address}}")]
    [InlineData("welcome", "{{eq Address}}")]
    [InlineData("welcome", "{{#if Address}}x{{^}}y{{/if}}")]
    [InlineData("welcome", "{{&Address}}")]
    [InlineData("welcome", "{{Nothing.at.all}}")]
    [InlineData("welcome", "{{Attributes.a.length}}")]
    public void Template_that_breaks_a_rule_is_refused(string name, string subject) =>
        Assert.Equal("BadRequestException", cloud.Template(name, new { Subject = subject }).Error);

    [Theory]
    [InlineData("{{Address}}", "ada@example.com")]
    [InlineData("{{User.UserId}}", "ada")]
    [InlineData("{{User.UserAttributes.[first name].[0]}}", "Ada &amp; Co")]
    [InlineData("{{{User.UserAttributes.[first name].[0]}}}", "Ada & Co")]
    [InlineData("{{User.UserAttributes.colours}}", "red,blue")]
    [InlineData("{{User.UserAttributes.colours.[1]}}", "blue")]
    [InlineData("{{#each User.UserAttributes.colours}}{{@index}}={{this}};{{/each}}", "0=red;1=blue;")]
    [InlineData("{{Attributes.event_version}}", "9.1")]
    [InlineData("{{Attributes.event_version.[0]}}", "9.1")]
    [InlineData("{{Demographic.Locale}}", "en_GB")]
    [InlineData("[{{Attributes.missing}}|{{User.UserAttributes.missing.[0]}}|{{Metrics.missing}}]", "[||]")]
    [InlineData("{{Attributes.nickname.[0]}}", "friend")]
    [InlineData("{{User.UserAttributes.title}}", "dear customer")]
    [InlineData("{{#if User.UserAttributes.missing.[0]}}yes{{else}}no{{/if}}", "no")]
    [InlineData("{{#if Metrics.none}}{{Metrics.none}}{{else}}{{Metrics.none}} or {{Metrics.visits}}{{/if}}", "0 or 7")]
    public async Task Message_shows_the_endpoint(string template, string shown)
    {
        cloud.OpenEmail();
        cloud.UpdateEndpoint("ada", new
        {
            Address = "ada@example.com",
            ChannelType = "EMAIL",
            Attributes = new { event_version = new[] { "9.1" } },
            Metrics = new { visits = 7, none = 0 },
            Demographic = new { Locale = "en_GB" },
            User = new
            {
                UserId = "ada",
                UserAttributes = new Dictionary<string, string[]> { ["first name"] = ["Ada & Co"], ["colours"] = ["red", "blue"] }
            },
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
        Assert.Equal((shown, shown), (message.Subject, message.Body));
    }

    [Fact]
    public async Task Message_that_cannot_be_rendered_fails_visibly_and_does_not_stop_the_others()
    {
        cloud.OpenEmail();
        cloud.Customer("ada");
        cloud.Customer("bob");
        cloud.Template("welcome", new { Subject = "Hello {{{Attributes.tier.[0]}}}" });
        cloud.Functions.Behaviour = payload =>
        {
            var endpoints = (JsonObject)payload["Endpoints"]!.DeepClone();
            endpoints["ada"]!["Attributes"] = new JsonObject { ["tier"] = "no list" };
            return Task.FromResult(FakeFunctions.Answer(endpoints.ToJsonString()));
        };

        var campaign = cloud.Created("campaigns", new
        {
            Name = "c",
            SegmentId = cloud.Segment(new { }),
            Schedule = new { StartTime = "IMMEDIATE" },
            Hook = new { LambdaFunctionName = "record", Mode = "FILTER" },
            TemplateConfiguration = new { EmailTemplate = new { Name = "welcome" } },
        });
        await cloud.SettleAsync();

        Assert.Equal(["bob"], cloud.Served);
        var failed = Assert.Single(cloud.Service.Outbox.Failed);
        Assert.Equal(("ada", "A value of 'Attributes' is no list of texts."), (failed.EndpointId, failed.Reason));
        var activity = cloud.Send("GET", $"/v1/apps/{cloud.App}/campaigns/{campaign}/activities").Body["Item"]![0]!;
        Assert.Equal(
            ("FAIL", 1, 2), ((string)activity["Result"]!, (int)activity["SuccessfulEndpointCount"]!, (int)activity["TotalEndpointCount"]!));
    }

    [Fact]
    public async Task Stack_declares_a_template()
    {
        var block =
            ImmutableDictionary<string, object>.Empty.Add("subject", "Hello").Add("htmlPart", "<p>Hello</p>").Add("textPart", "Hello");
        var request = new ResourceRequest(
            EmailTemplateResource.Type,
            "welcome",
            ImmutableDictionary<string, object>.Empty.Add("templateName", "welcome").Add(
                "emailTemplates", ImmutableArray.Create<object>(block)));

        var state = await cloud.Service.ResourceTypes[EmailTemplateResource.Type](request, CancellationToken.None);

        Assert.Equal("welcome", state.Id);
        Assert.Equal(state.Outputs["arn"], cloud.Send("GET", "/v1/templates/welcome/email").Text("Arn"));
    }
}
