using System.Globalization;
using System.Text.Json.Nodes;
using Amazon.Lambda.SQSEvents;
using Engagement.Consent;
using Engagement.Definitions.Topics;
using Engagement.Ses.Feedback;
using RecordFeedback;
using Output = Handlers.Tests.CompanyEvents.Telemetry;

namespace Handlers.Tests.Consent;

public class RecordFeedbackTests
{
    private readonly Output telemetry = new();
    private readonly MemoryConsents consents = new();

    [Theory]
    [InlineData("Permanent", "General", "bounce", true)]
    [InlineData("Permanent", "NoEmail", "bounce", true)]
    [InlineData("Permanent", "Suppressed", "bounce", true)]
    [InlineData("Permanent", "OnAccountSuppressionList", "listedBounce", true)]
    [InlineData("Transient", "MailboxFull", "transientBounce", false)]
    [InlineData("Undetermined", "Undetermined", "transientBounce", false)]
    public async Task An_address_that_bounces_for_good_takes_no_more(string type, string subType, string kind, bool suppresses)
    {
        Assert.Empty(await RecordAsync(Bounce(type, subType)));
        Assert.Equal(suppresses ? SuppressionReason.Bounce : null, consents.Of("ada@example.com").Suppression?.Value);
        Assert.Equal(1, telemetry.Metric("FeedbackReceived", kind));
        Assert.Equal(kind == "bounce" ? 1 : 0, telemetry.Metric("MessagesBounced"));
    }

    [Theory]
    [InlineData("abuse", null, "complaint", true)]
    [InlineData(null, null, "complaint", true)]
    [InlineData("not-spam", null, "notSpam", false)]
    [InlineData(null, "OnAccountSuppressionList", "listedComplaint", true)]
    public async Task Who_complains_gets_no_more(string? type, string? subType, string kind, bool suppresses)
    {
        Assert.Empty(await RecordAsync(Complaint(type, subType)));
        Assert.Equal(suppresses ? SuppressionReason.Complaint : null, consents.Of("ada@example.com").Suppression?.Value);
        Assert.Equal(1, telemetry.Metric("FeedbackReceived", kind));
        Assert.Equal(kind == "complaint" ? 1 : 0, telemetry.Metric("MessagesComplained"));
    }

    [Fact]
    public async Task Feedback_that_comes_twice_or_late_changes_nothing_more()
    {
        string[] all = [Complaint("abuse", null), Bounce("Permanent", "General"), Bounce("Permanent", "OnAccountSuppressionList")];
        foreach (var order in new[] { "012", "210", "1210", "02201" })
        {
            var test = new RecordFeedbackTests();
            foreach (var index in order)
            {
                await test.RecordAsync(all[index - '0']);
            }

            Assert.Equal(SuppressionReason.Complaint, test.consents.Of("Ada@Example.com").Suppression!.Value);
        }
    }

    [Theory]
    [InlineData("""{"eventType":"Send","mail":{},"send":{}}""", "other")]
    [InlineData("Successfully validated SNS topic for Amazon SES event publishing.", "validation")]
    public async Task What_is_no_bounce_and_no_complaint_is_done_with(string text, string kind)
    {
        Assert.Empty(await RecordAsync(text));
        Assert.Equal((0, 1), (consents.Writes, telemetry.Metric("FeedbackReceived", kind)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("no json")]
    [InlineData("[]")]
    [InlineData("""{"eventType":"Bounce"}""")]
    [InlineData("""{"eventType":"Bounce","bounce":{"bounceType":"Permanent","bouncedRecipients":[]}}""")]
    [InlineData("""{"eventType":"Complaint","complaint":{"complainedRecipients":[{"emailAddress":"ada@example.com"}],"feedbackId":"f"}}""")]
    public async Task What_cannot_be_read_goes_back_without_being_shown(string text)
    {
        Assert.Equal(["m"], await RecordAsync(text));
        Assert.Equal(1, telemetry.Metric("FeedbackReturned", "unreadable"));
        Assert.DoesNotContain("example.com", telemetry.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_cannot_be_stored_goes_back_and_is_not_counted()
    {
        consents.Fails = true;
        Assert.Equal(["m"], await RecordAsync(Bounce("Permanent", "General")));
        Assert.Equal((1, 0), (telemetry.Metric("FeedbackReturned", "storeFailed"), telemetry.Metric("MessagesBounced")));
        Assert.DoesNotContain("example.com", telemetry.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("STOP", "stop", false)]
    [InlineData(" stop \n", "stop", false)]
    [InlineData("Unsubscribe", "stop", false)]
    [InlineData("ARRET", "stop", false)]
    [InlineData("START", "start", true)]
    [InlineData("Stop it, please", "reply", true)]
    [InlineData("Thanks", "reply", true)]
    public async Task An_answer_by_text_stops_marketing_at_that_number(string body, string kind, bool wants)
    {
        Assert.Empty(await RecordAsync(Answer(body)));
        Assert.Equal(wants, consents.Of("+4915112345678").Wants("news"));
        Assert.True(consents.Of("+4915112345678").Allows(new() { Name = "appointments", Kind = TopicKind.Transactional }));
        Assert.Equal(1, telemetry.Metric("FeedbackReceived", kind));
    }

    [Fact]
    public async Task Of_two_answers_the_later_one_holds_in_whatever_order_they_come()
    {
        await RecordAsync(Answer("START"), sent: 2_000);
        await RecordAsync(Answer("STOP"), sent: 1_000);
        Assert.True(consents.Of("+4915112345678").Wants("news"));
        await RecordAsync(Answer("STOP"), sent: 3_000);
        Assert.False(consents.Of("+4915112345678").Wants("news"));
    }

    [Theory]
    [InlineData("TEXT_INVALID", "invalidNumber", true)]
    [InlineData("TEXT_UNREACHABLE", "undelivered", false)]
    [InlineData("TEXT_UNKNOWN", "undelivered", false)]
    public async Task A_number_that_does_not_exist_takes_no_more(string type, string kind, bool suppresses)
    {
        Assert.Empty(await RecordAsync(
            $$"""{"eventType":"{{type}}","eventTimestamp":1772366400000,"destinationPhoneNumber":"+4915112345678","messageId":"t1"}"""));
        Assert.Equal(suppresses ? SuppressionReason.Bounce : null, consents.Of("+4915112345678").Suppression?.Value);
        Assert.Equal((1, 0), (telemetry.Metric("FeedbackReceived", kind), telemetry.Metric("MessagesBounced")));
    }

    [Theory]
    [InlineData("""{"eventType":"TEXT_INVALID","messageId":"t1"}""")]
    [InlineData("""{"inboundMessageId":"i1","messageBody":"STOP","originationNumber":"example.com"}""")]
    public async Task What_of_texts_cannot_be_read_goes_back(string text) => Assert.Equal(["m"], await RecordAsync(text));

    private static string Answer(string body) => new JsonObject
    {
        ["originationNumber"] = "+4915112345678",
        ["destinationNumber"] = "+4915100000000",
        ["messageKeyword"] = "KEYWORD_1",
        ["messageBody"] = body,
        ["inboundMessageId"] = "i1",
    }.ToJsonString();

    private static string Bounce(string type, string subType) => new JsonObject
    {
        ["eventType"] = "Bounce",
        ["bounce"] = new JsonObject
        {
            ["bounceType"] = type,
            ["bounceSubType"] = subType,
            ["bouncedRecipients"] = new JsonArray(new JsonObject { ["emailAddress"] = "Ada <Ada@example.com>" }),
            ["timestamp"] = "2026-03-01T12:00:00.000Z",
            ["feedbackId"] = "f1",
        },
        ["mail"] = new JsonObject(),
    }.ToJsonString();

    private static string Complaint(string? type, string? subType) => new JsonObject
    {
        ["eventType"] = "Complaint",
        ["complaint"] = new JsonObject
        {
            ["complaintFeedbackType"] = type,
            ["complaintSubType"] = subType,
            ["complainedRecipients"] = new JsonArray(new JsonObject { ["emailAddress"] = "ada@example.com" }),
            ["timestamp"] = "2026-03-01T13:00:00.000Z",
            ["feedbackId"] = "f2",
        },
    }.ToJsonString();

    private async Task<IReadOnlyList<string>> RecordAsync(string text, long sent = 1_772_366_400_000)
    {
        using var deadline = telemetry.Deadline();
        var answer = await new RecordFeedbackHandler(new(new SesFeedbackReader(), consents, telemetry.Log, telemetry.Metrics)).HandleAsync(
            new SQSEvent
            {
                Records = [new()
                {
                    MessageId = "m",
                    Body = text,
                    Attributes = new() { ["SentTimestamp"] = sent.ToString(CultureInfo.InvariantCulture) },
                }]
            }, deadline);
        return [.. answer.BatchItemFailures.Select(failure => failure.ItemIdentifier)];
    }
}
