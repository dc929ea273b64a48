using System.Text.Encodings.Web;
using System.Text.Json.Nodes;
using Amazon.Runtime;
using Amazon.SimpleEmailV2;
using Engagement.Definitions.Templates;
using Engagement.Rendering;
using Engagement.Sending;
using Engagement.Ses.Sending;
using Handlers.Tests.AwsSdk;

namespace Handlers.Tests.CompanyEvents;

public sealed class SesMessagesTests
{
    private const string NotVerified =
        "Email address is not verified. The following identities failed the check in region EU-WEST-1: ";

    private readonly Telemetry telemetry = new();

    [Fact]
    public async Task A_message_goes_to_one_recipient_with_all_parts_in_UTF8_and_tags_without_the_customer()
    {
        await using var service = new LoopbackService(new ScriptedAnswer(200, """{"MessageId":"m1"}"""));
        Assert.Equal(new SendOutcome.Sent("m1"), await SendAsync(service));
        Assert.Equal(("POST", "/v2/email/outbound-emails"), (service.Request.Method, service.Request.Path));
        Assert.Equal(
            """{"ConfigurationSetName":"set","Content":{"Simple":{"Body":{"Html":{"Charset":"UTF-8","Data":"<p>Ada &amp; 4.2</p>"},"Text":{"Charset":"UTF-8","Data":"Ada & 4.2"}},"Subject":{"Charset":"UTF-8","Data":"Für Ada  &"}}},"Destination":{"ToAddresses":["ada@example.com"]},"EmailTags":[{"Name":"campaign","Value":"premium"}],"FromEmailAddress":"Example <news@example.com>"}""",
            Readable(service.Request.Text));
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
        Assert.Equal(expected, Shown(await SendAsync(service)));
        Assert.Single(service.Requests);
        Assert.Equal(expected == "NotSent throttled" || type == "ThrottlingException" ? 1 : 0, telemetry.Metric("SesThrottled"));
    }

    [Fact]
    public async Task Without_an_answer_the_message_may_have_been_sent()
    {
        await using var service = new LoopbackService(new ScriptedAnswer(200, "") { Hangs = true });
        Assert.Equal("Unknown noAnswer", Shown(await SendAsync(service)));
    }

    [Fact]
    public async Task What_cannot_be_rendered_for_a_customer_concerns_that_customer_alone()
    {
        await using var service = new LoopbackService(new ScriptedAnswer(200, """{"MessageId":"m1"}"""));
        var outcome = await Messages(service, subject: "{{#each User.UserAttributes.first_name}}").SendAsync(Message, default);
        Assert.Equal("Refused notRendered", Shown(outcome));
        Assert.Empty(service.Requests);
    }

    private static OutgoingMessage Message => new()
    {
        Template = "new",
        To = Recipients.Create(userAttributes: new Dictionary<string, IReadOnlyList<string>> { ["first_name"] = ["Ada"] }),
        Shown = new Dictionary<string, IReadOnlyList<string>> { ["event_version"] = ["4.2"], ["event_odd"] = ["\r\n&"] },
        Tags = new Dictionary<string, string> { ["campaign"] = "premium" },
    };

    private Task<SendOutcome> SendAsync(LoopbackService service) => Messages(service).SendAsync(Message, default);

    private SesMessages Messages(LoopbackService service, string? subject = null)
    {
        var config = new AmazonSimpleEmailServiceV2Config
        {
            ServiceURL = service.Url, AuthenticationRegion = Clients.Region, MaxErrorRetry = 0, Timeout = TimeSpan.FromSeconds(1),
        };
        var client = new AmazonSimpleEmailServiceV2Client(new BasicAWSCredentials(Clients.AccessKeyId, Clients.SecretKey), config);
        var renderer = new MessageRenderer(new Dictionary<string, EmailMessage>
        {
            ["new"] = new()
            {
                Subject = subject ?? "Für {{User.UserAttributes.first_name.[0]}}{{{Attributes.event_odd.[0]}}}",
                Html = "<p>{{User.UserAttributes.first_name.[0]}} &amp; {{Attributes.event_version.[0]}}</p>",
                Text = "{{{User.UserAttributes.first_name.[0]}}} & {{{Attributes.event_version.[0]}}}",
            },
        });
        return new(client, renderer, new("Example <news@example.com>", "set"), telemetry.Calls());
    }

    private static string Shown(SendOutcome outcome) => outcome switch
    {
        SendOutcome.Sent sent => $"Sent {sent.MessageId}",
        SendOutcome.NotSent notSent => $"NotSent {notSent.Reason}",
        SendOutcome.Refused refused => $"Refused {refused.Reason}",
        SendOutcome.Unknown unknown => $"Unknown {unknown.Reason}",
        SendOutcome.Stopped stopped => $"Stopped {stopped.Reason}",
        _ => throw new ArgumentOutOfRangeException(nameof(outcome)),
    };

    private static string Readable(string json) =>
        JsonNode.Parse(json)!.ToJsonString(new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
