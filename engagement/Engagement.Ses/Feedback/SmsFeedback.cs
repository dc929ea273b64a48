using System.Text.Json;
using Engagement.Consent;
using Engagement.Customers;
using Engagement.Functions;

namespace Engagement.Ses.Feedback;

/// <summary>
/// What AWS End User Messaging SMS publishes: events of text messages, and customers' answers to them ("Event types for SMS" and "Two-way
/// SMS messaging" in its user guide).
/// </summary>
internal static class SmsFeedback
{
    private const string EventPrefix = "TEXT_";
    private const string InvalidNumber = "TEXT_INVALID";

    // "Opt-out keywords" in the user guide. With them the service puts the number on its own list.
    private static readonly string[] StopWords =
        ["ARRET", "CANCEL", "END", "OPT-OUT", "OPTOUT", "QUIT", "REMOVE", "STOP", "STOPALL", "TD", "UNSUBSCRIBE"];

    private static readonly string[] StartWords = ["START", "UNSTOP"];

    /// <summary>Whether a message is about text messages.</summary>
    public static bool IsOne(JsonElement root) => IsAnswer(root)
        || JsonText.Read(root, "eventType")?.StartsWith(EventPrefix, StringComparison.Ordinal) == true;

    /// <summary>Reads it; null when it is not as the service publishes it.</summary>
    /// <param name="root">The message's text.</param>
    /// <param name="message">The message: an answer does not say when it was written.</param>
    public static MessageFeedback? Read(JsonElement root, QueueMessage message) => IsAnswer(root) ? Answer(root, message) : Event(root);

    private static bool IsAnswer(JsonElement root) => JsonText.Read(root, "inboundMessageId") is not null;

    private static MessageFeedback? Event(JsonElement root) =>
        JsonText.Read(root, "eventType") != InvalidNumber ? new(FeedbackKind.Undelivered)
        : JsonText.Read(root, "destinationPhoneNumber") is { } number && PhoneNumber.Parse(number) is { } address
            && JsonText.Read(root, "messageId") is { } id
            && JsonText.Member(root, "eventTimestamp") is { ValueKind: JsonValueKind.Number } time && time.TryGetInt64(out var at)
            ? new(FeedbackKind.InvalidNumber)
            {
                Addresses = [address],
                Suppression = new(SuppressionReason.Bounce, new(DateTimeOffset.FromUnixTimeMilliseconds(at), id)),
            }
            : null;

    private static MessageFeedback? Answer(JsonElement root, QueueMessage message)
    {
        var word = JsonText.Read(root, "messageBody")?.Trim().ToUpperInvariant();
        bool? wants = StopWords.Contains(word) ? false : StartWords.Contains(word) ? true : null;
        return wants is not { } chosen ? new(FeedbackKind.Reply)
            : JsonText.Read(root, "originationNumber") is { } number && PhoneNumber.Parse(number) is { } address
                && message.SentAt is { } at
                ? new(chosen ? FeedbackKind.Start : FeedbackKind.Stop)
                {
                    Addresses = [address],
                    Choice = new(Topic: null, chosen, new UpdateStamp(at, JsonText.Read(root, "inboundMessageId")!)),
                }
                : null;
    }
}
