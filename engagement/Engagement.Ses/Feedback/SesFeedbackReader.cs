using System.Globalization;
using System.Text.Json;
using Engagement.Consent;
using Engagement.Customers;
using Engagement.Functions;

namespace Engagement.Ses.Feedback;

/// <summary>
/// Feedback as SES's event destinations publish it: "Contents of event data that Amazon SES publishes to Amazon SNS" in the SES developer
/// guide. What is about text messages <see cref="SmsFeedback"/> reads.
/// </summary>
public sealed class SesFeedbackReader : IFeedbackReader
{
    // SES publishes this text, which is no event, when a destination is made.
    private const string Validation = "Successfully validated SNS topic for Amazon SES event publishing";

    /// <inheritdoc/>
    public MessageFeedback? Read(QueueMessage message)
    {
        if (message.Body?.StartsWith(Validation, StringComparison.Ordinal) == true)
        {
            return new(FeedbackKind.Validation);
        }

        try
        {
            using var document = JsonDocument.Parse(message.Body ?? "");
            return SmsFeedback.IsOne(document.RootElement)
                ? SmsFeedback.Read(document.RootElement, message)
                : Read(document.RootElement);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static MessageFeedback? Read(JsonElement root) => JsonText.Read(root, "eventType") switch
    {
        "Bounce" => Bounce(JsonText.Member(root, "bounce")),
        "Complaint" => Complaint(JsonText.Member(root, "complaint")),
        null => null,
        _ => new(FeedbackKind.Other),
    };

    private static MessageFeedback? Bounce(JsonElement bounce) =>
        JsonText.Read(bounce, "bounceType") is not { } type ? null
        : type != "Permanent" ? new(FeedbackKind.TransientBounce)
        : Suppressing(
            IsListed(bounce, "bounceSubType") ? FeedbackKind.ListedBounce : FeedbackKind.Bounce,
            SuppressionReason.Bounce,
            bounce,
            "bouncedRecipients");

    private static MessageFeedback? Complaint(JsonElement complaint) =>
        JsonText.Read(complaint, "complaintFeedbackType") == "not-spam" ? new(FeedbackKind.NotSpam) : Suppressing(
            IsListed(complaint, "complaintSubType") ? FeedbackKind.ListedComplaint : FeedbackKind.Complaint,
            SuppressionReason.Complaint,
            complaint,
            "complainedRecipients");

    // SES did not send the message, because an earlier one came back like this.
    private static bool IsListed(JsonElement detail, string subType) => JsonText.Read(detail, subType) == "OnAccountSuppressionList";

    private static MessageFeedback? Suppressing(string kind, SuppressionReason reason, JsonElement detail, string recipients) =>
        AddressesIn(JsonText.Member(detail, recipients)) is { Count: > 0 } addresses
        && JsonText.Read(detail, "feedbackId") is { } id
        && DateTimeOffset.TryParse(
            JsonText.Read(detail, "timestamp"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at)
            ? new(kind) { Addresses = addresses, Suppression = new(reason, new(at, id)) }
            : null;

    private static List<string> AddressesIn(JsonElement recipients) => recipients.ValueKind != JsonValueKind.Array ? [] :
    [
        .. recipients.EnumerateArray().Select(each => JsonText.Read(each, "emailAddress")).OfType<string>().Select(WithoutName),
    ];

    // Such as Jane <jane@example.com>.
    private static string WithoutName(string address) =>
        address.EndsWith('>') && address.LastIndexOf('<') is >= 0 and var at ? address[(at + 1)..^1] : address;
}
