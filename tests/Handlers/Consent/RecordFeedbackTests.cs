using System.Text.Json.Nodes;
using Amazon.Lambda.SQSEvents;
using Engagement.Consent;
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

    private async Task<IReadOnlyList<string>> RecordAsync(string text)
    {
        using var deadline = telemetry.Deadline();
        var answer = await new RecordFeedbackHandler(new(new SesFeedbackReader(), consents, telemetry.Log, telemetry.Metrics)).HandleAsync(
            new SQSEvent { Records = [new() { MessageId = "m", Body = text }] }, deadline);
        return [.. answer.BatchItemFailures.Select(failure => failure.ItemIdentifier)];
    }
}
