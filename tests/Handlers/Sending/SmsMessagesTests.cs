using System.Text.Json.Nodes;
using Amazon.PinpointSMSVoiceV2;
using Amazon.Runtime;
using Engagement.Customers;
using Engagement.Definitions.Templates;
using Engagement.Definitions.Topics;
using Engagement.Rendering;
using Engagement.Sending;
using Engagement.Ses.Sms;
using Handlers.Tests.AwsSdk;
using Handlers.Tests.Consent;

namespace Handlers.Tests.CompanyEvents;

public sealed class SmsMessagesTests
{
    private const string Number = "+4915112345678";

    private readonly Telemetry telemetry = new();
    private readonly MemoryConsents consents = new();

    [Fact]
    public async Task A_text_goes_to_one_number_from_the_stacks_origination_with_tags_without_the_customer()
    {
        await using var service = new LoopbackService(new ScriptedAnswer(200, """{"MessageId":"t1"}"""));
        Assert.Equal(new SendOutcome.Sent("t1"), await SendAsync(service));
        Assert.Equal("PinpointSMSVoiceV2.SendTextMessage", service.Request.Headers["X-Amz-Target"]);
        Assert.Equal(
            """{"ConfigurationSetName":"set","Context":{"campaign":"premium"},"DestinationPhoneNumber":"+4915112345678","MessageBody":"Für Ada & 4.2","MessageType":"TRANSACTIONAL","OriginationIdentity":"pool-1"}""",
            Shown.Json(service.Request.Text));
        Assert.Equal(1, telemetry.Metric("TextPartsSent"));
    }

    [Fact]
    public async Task Marketing_is_promotional()
    {
        await using var service = new LoopbackService(new ScriptedAnswer(200, """{"MessageId":"t1"}"""));
        await Messages(service).SendAsync(Message() with { Topic = new() { Name = "news" } }, default);
        Assert.Equal("PROMOTIONAL", (string?)JsonNode.Parse(service.Request.Text)!["MessageType"]);
    }

    // Names and reasons are those of the service's API reference.
    [Theory]
    [InlineData(400, "ConflictException", "DESTINATION_PHONE_NUMBER_OPTED_OUT", "Refused optedOut")]
    [InlineData(400, "ConflictException", "DESTINATION_PHONE_NUMBER_NOT_VERIFIED", "Refused recipientNotVerified")]
    [InlineData(400, "ConflictException", "DESTINATION_COUNTRY_BLOCKED_BY_PROTECT_CONFIGURATION", "Refused countryBlocked")]
    [InlineData(400, "ConflictException", "NO_ORIGINATION_IDENTITIES_FOUND", "Refused noOriginationForCountry")]
    [InlineData(400, "ConflictException", "SOMETHING_NEW", "Refused refused")]
    [InlineData(400, "ValidationException", "FIELD_VALIDATION_FAILED", "Refused rejected")]
    [InlineData(400, "ServiceQuotaExceededException", "MONTHLY_SPEND_LIMIT_REACHED_FOR_TEXT", "Stopped spendLimit")]
    [InlineData(400, "ServiceQuotaExceededException", "SOMETHING_NEW", "Stopped quota")]
    [InlineData(400, "AccessDeniedException", "INSUFFICIENT_ACCOUNT_REPUTATION", "Stopped suspended")]
    [InlineData(400, "AccessDeniedException", "ACCOUNT_DISABLED", "Stopped suspended")]
    [InlineData(400, "AccessDeniedException", null, "Stopped denied")]
    [InlineData(400, "ResourceNotFoundException", null, "Stopped notFound")]
    [InlineData(400, "ThrottlingException", null, "NotSent throttled")]
    [InlineData(403, "UnrecognizedClientException", null, "Stopped denied")]
    [InlineData(408, "RequestTimeout", null, "Unknown noAnswer")]
    [InlineData(500, "InternalServerException", null, "Unknown serviceFailed")]
    public async Task Each_error_says_whether_the_text_may_have_been_sent_and_whom_it_concerns(
        int status, string type, string? reason, string expected)
    {
        await using var service = new LoopbackService(
            new ScriptedAnswer(status, new JsonObject { ["Message"] = "m", ["Reason"] = reason }.ToJsonString()) { ErrorType = type });
        Assert.Equal(expected, Shown.Of(await SendAsync(service)));
        Assert.Single(service.Requests);
        Assert.Equal(0, telemetry.Metric("TextPartsSent"));
    }

    [Fact]
    public async Task Without_an_answer_the_text_may_have_been_sent()
    {
        await using var service = new LoopbackService(new ScriptedAnswer(200, "") { Hangs = true });
        Assert.Equal("Unknown noAnswer", Shown.Of(await SendAsync(service)));
    }

    [Fact]
    public async Task A_number_on_the_services_list_is_the_customers_choice_from_then_on()
    {
        await using var service = new LoopbackService(Refusal());
        await SendAsync(service, number: "+49 151 12345678");
        Assert.False(consents.Of(Number).Wants("news"));
        Assert.True(consents.Of(Number).Allows(new() { Name = "appointments", Kind = TopicKind.Transactional }));
    }

    [Fact]
    public async Task A_choice_that_cannot_be_stored_changes_no_outcome_and_shows_no_number()
    {
        consents.Fails = true;
        await using var service = new LoopbackService(Refusal());
        Assert.Equal("Refused optedOut", Shown.Of(await SendAsync(service)));
        Assert.Single(telemetry.Lines("optOutNotStored"));
        Assert.DoesNotContain("15112345678", telemetry.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{{#each User.UserAttributes.first_name}}", "Refused notRendered")]
    [InlineData("{{{User.UserAttributes.nothing}}}", "Refused notRendered")]
    [InlineData("{{{User.UserAttributes.story.[0]}}}", "Refused tooLong")]
    public async Task What_one_customer_cannot_get_concerns_that_customer_alone(string body, string expected)
    {
        await using var service = new LoopbackService(new ScriptedAnswer(200, """{"MessageId":"t1"}"""));
        Assert.Equal(expected, Shown.Of(await Messages(service, body).SendAsync(Message(), default)));
        Assert.Empty(service.Requests);
    }

    private static ScriptedAnswer Refusal() =>
        new(400, """{"Message":"m","Reason":"DESTINATION_PHONE_NUMBER_OPTED_OUT"}""") { ErrorType = "ConflictException" };

    private static OutgoingMessage Message(string number = Number) => new()
    {
        Template = "new",
        Topic = new() { Name = "appointments", Kind = TopicKind.Transactional },
        To = Recipients.Create(
            fields: new Dictionary<string, string> { [EndpointField.Address] = number, [EndpointField.ChannelType] = "SMS" },
            userAttributes: new Dictionary<string, IReadOnlyList<string>>
            {
                ["first_name"] = ["Ada"],
                ["story"] = [new string('a', 1531)],
            }),
        Shown = new Dictionary<string, IReadOnlyList<string>> { ["event_version"] = ["4.2"] },
        Tags = new Dictionary<string, string> { ["campaign"] = "premium" },
    };

    private Task<SendOutcome> SendAsync(LoopbackService service, string number = Number) =>
        Messages(service).SendAsync(Message(number), default);

    private SmsMessages Messages(LoopbackService service, string? body = null)
    {
        var config = new AmazonPinpointSMSVoiceV2Config
        {
            ServiceURL = service.Url,
            AuthenticationRegion = Clients.Region,
            MaxErrorRetry = 0,
            Timeout = TimeSpan.FromSeconds(1),
        };
        var client = new AmazonPinpointSMSVoiceV2Client(new BasicAWSCredentials(Clients.AccessKeyId, Clients.SecretKey), config);
        var text = new TextMessage { Body = body ?? "Für {{{User.UserAttributes.first_name.[0]}}} & {{{Attributes.event_version.[0]}}}" };
        var renderer = new MessageRenderer(new Dictionary<string, MessageTemplate> { ["new"] = new() { Name = "new", Text = text } });
        return new(
            client, renderer, new("pool-1", "set"), consents, telemetry.Time, telemetry.Calls(), telemetry.Log, telemetry.Metrics);
    }
}
