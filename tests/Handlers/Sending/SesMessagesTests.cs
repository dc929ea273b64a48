using System.Text.Json.Nodes;
using Amazon.Runtime;
using Amazon.SimpleEmailV2;
using Engagement.Consent;
using Engagement.Definitions.Templates;
using Engagement.Definitions.Topics;
using Engagement.Identity;
using Engagement.Rendering;
using Engagement.Sending;
using Engagement.Ses.Sending;
using Handlers.Tests.AwsSdk;
using Handlers.Tests.Recording;

namespace Handlers.Tests.CompanyEvents;

public sealed class SesMessagesTests
{
    private const string NotVerified =
        "Email address is not verified. The following identities failed the check in region EU-WEST-1: ";

    private readonly Telemetry telemetry = new();
    private readonly FakeSecret secret = new();

    [Fact]
    public async Task A_message_goes_to_one_recipient_with_all_parts_in_UTF8_and_tags_without_the_customer()
    {
        await using var service = new LoopbackService(new ScriptedAnswer(200, """{"MessageId":"m1"}"""));
        Assert.Equal(new SendOutcome.Sent("m1"), await SendAsync(service));
        Assert.Equal(("POST", "/v2/email/outbound-emails"), (service.Request.Method, service.Request.Path));
        Assert.Equal(
            """{"ConfigurationSetName":"set","Content":{"Simple":{"Body":{"Html":{"Charset":"UTF-8","Data":"<p>Ada &amp; 4.2</p>"},"Text":{"Charset":"UTF-8","Data":"Ada & 4.2"}},"Subject":{"Charset":"UTF-8","Data":"Für Ada  &"}}},"Destination":{"ToAddresses":["ada@example.com"]},"EmailTags":[{"Name":"campaign","Value":"premium"}],"FromEmailAddress":"Example <news@example.com>"}""",
            Shown.Json(service.Request.Text));
    }

    // Names and texts are those of the SES API v2 reference and of public reports.
    [Theory]
    [InlineData(429, "TooManyRequestsException", "Maximum sending rate exceeded.", "NotSent throttled")]
    [InlineData(400, "ThrottlingException", "Maximum sending rate exceeded.", "NotSent throttled")]
    [InlineData(400, "LimitExceededException", "Daily message quota exceeded.", "Stopped dailyQuota")]
    [InlineData(400, "ThrottlingException", "Daily message quota exceeded.", "Stopped dailyQuota")]
    [InlineData(400, "SendingPausedException", "Sending is paused.", "Stopped paused")]
    [InlineData(400, "AccountSuspendedException", "Suspended.", "Stopped suspended")]
    [InlineData(400, "MailFromDomainNotVerifiedException", "No MX.", "Stopped mailFromNotVerified")]
    [InlineData(400, "MessageRejected", NotVerified + "news@example.com", "Stopped senderNotVerified")]
    [InlineData(400, "MessageRejected", NotVerified + "Ada@example.com", "Refused recipientNotVerified")]
    [InlineData(400, "MessageRejected", "Bad content.", "Refused rejected")]
    [InlineData(404, "NotFoundException", "Configuration set <set> does not exist.", "Stopped notFound")]
    [InlineData(400, "BadRequestException", "Local part contains non-ASCII characters", "Refused refused")]
    [InlineData(403, "AccessDeniedException", "User is not authorized", "Stopped denied")]
    [InlineData(500, "InternalServiceErrorException", "m", "Unknown serviceFailed")]
    [InlineData(503, "ServiceUnavailable", "m", "Unknown serviceFailed")]
    [InlineData(408, "RequestTimeout", "m", "Unknown noAnswer")]
    public async Task Each_error_says_whether_the_message_may_have_been_sent_and_whom_it_concerns(
        int status, string type, string message, string expected)
    {
        await using var service = new LoopbackService(new ScriptedAnswer(status, $$"""{"message":"{{message}}"}""") { ErrorType = type });
        Assert.Equal(expected, Shown.Of(await SendAsync(service)));
        Assert.Single(service.Requests);
        Assert.Equal(expected == "NotSent throttled" || type == "ThrottlingException" ? 1 : 0, telemetry.Metric("SesThrottled"));
    }

    [Fact]
    public async Task Without_an_answer_the_message_may_have_been_sent()
    {
        await using var service = new LoopbackService(new ScriptedAnswer(200, "") { Hangs = true });
        Assert.Equal("Unknown noAnswer", Shown.Of(await SendAsync(service)));
    }

    [Fact]
    public async Task What_cannot_be_rendered_for_a_customer_concerns_that_customer_alone()
    {
        await using var service = new LoopbackService(new ScriptedAnswer(200, """{"MessageId":"m1"}"""));
        var outcome = await Messages(service, subject: "{{#each User.UserAttributes.first_name}}").SendAsync(Message, default);
        Assert.Equal("Refused notRendered", Shown.Of(outcome));
        Assert.Empty(service.Requests);
    }

    [Fact]
    public async Task Marketing_carries_a_link_by_which_its_reader_unsubscribes_and_headers_for_one_click()
    {
        await using var service = new LoopbackService(new ScriptedAnswer(200, """{"MessageId":"m1"}"""));
        await Messages(service).SendAsync(Message with { Topic = new() { Name = "news" } }, default);
        var content = JsonNode.Parse(service.Request.Text)!["Content"]!["Simple"]!;
        var headers = content["Headers"]!.AsArray().ToDictionary(header => (string)header!["Name"]!, header => (string)header!["Value"]!);
        var link = headers["List-Unsubscribe"][1..^1];
        Assert.StartsWith("https://api.example.com/v1/unsubscribe?t=", link, StringComparison.Ordinal);
        Assert.Equal(
            new UnsubscribeLink(AddressKey.From("ada@example.com"), "news"),
            UnsubscribeToken.Read(link.Split("t=")[1], SigningKeys.Parse(secret.Text!)));
        Assert.Equal("List-Unsubscribe=One-Click", headers["List-Unsubscribe-Post"]);
        Assert.Equal(
            $"<p>Ada &amp; 4.2</p><p><a href=\"{link}\">No more &amp; out</a></p>", (string?)content["Body"]!["Html"]!["Data"]);
        Assert.Equal($"Ada & 4.2\n\nNo more & out: {link}\n", (string?)content["Body"]!["Text"]!["Data"]);
    }

    [Fact]
    public async Task Marketing_waits_when_no_link_can_be_made()
    {
        await using var service = new LoopbackService(new ScriptedAnswer(200, """{"MessageId":"m1"}"""));
        secret.Text = null;
        var outcome = await Messages(service).SendAsync(Message with { Topic = new() { Name = "news" } }, default);
        Assert.Equal("Stopped noUnsubscribeLink", Shown.Of(outcome));
        Assert.Empty(service.Requests);
    }

    [Theory]
    [InlineData("<html><body><p>a</p></BODY ></html>", "<html><body><p>a</p>LINK</BODY ></html>")]
    [InlineData("<body>a</body><pre></body></pre></body>", "<body>a</body><pre></body></pre>LINK</body>")]
    [InlineData("<html>a</html>", "<html>aLINK</html>")]
    [InlineData("a", "aLINK")]
    [InlineData("", "LINK")]
    public void The_link_is_the_last_thing_in_the_body(string html, string expected) => Assert.Equal(
        expected.Replace("LINK", "<p><a href=\"https://a/?t=x\">Stop</a></p>", StringComparison.Ordinal),
        UnsubscribeNotice.AddTo(new("s", html, "t"), "https://a/?t=x", "Stop").Html);

    private static OutgoingMessage Message => new()
    {
        Template = "new",
        Topic = new() { Name = "appointments", Kind = TopicKind.Transactional },
        To = Recipients.Create(userAttributes: new Dictionary<string, IReadOnlyList<string>> { ["first_name"] = ["Ada"] }),
        Shown = new Dictionary<string, IReadOnlyList<string>> { ["event_version"] = ["4.2"], ["event_odd"] = ["\r\n&"] },
        Tags = new Dictionary<string, string> { ["campaign"] = "premium" },
    };

    private Task<SendOutcome> SendAsync(LoopbackService service) => Messages(service).SendAsync(Message, default);

    private SesMessages Messages(LoopbackService service, string? subject = null)
    {
        var config = new AmazonSimpleEmailServiceV2Config
        {
            ServiceURL = service.Url,
            AuthenticationRegion = Clients.Region,
            MaxErrorRetry = 0,
            Timeout = TimeSpan.FromSeconds(1),
        };
        var client = new AmazonSimpleEmailServiceV2Client(new BasicAWSCredentials(Clients.AccessKeyId, Clients.SecretKey), config);
        var renderer = new MessageRenderer(new Dictionary<string, MessageTemplate>
        {
            ["new"] = new()
            {
                Name = "new",
                Email = new()
                {
                    Subject = subject ?? "Für {{User.UserAttributes.first_name.[0]}}{{{Attributes.event_odd.[0]}}}",
                    Html = "<p>{{User.UserAttributes.first_name.[0]}} &amp; {{Attributes.event_version.[0]}}</p>",
                    Text = "{{{User.UserAttributes.first_name.[0]}}} & {{{Attributes.event_version.[0]}}}",
                },
            },
        });
        return new(client, renderer, new("Example <news@example.com>", "set"), Unsubscribing, telemetry.Calls());
    }

    private SesUnsubscribing Unsubscribing => new(
        new(new(secret, telemetry.Time, telemetry.Log, telemetry.Metrics), "https://api.example.com/v1/unsubscribe"), "No more & out");
}
