using System.Globalization;
using System.Text.Json.Nodes;
using Engagement.Local.Aws;
using Engagement.Local.Ses.Sending;

namespace Engagement.Local.Ses.Feedback;

/// <summary>
/// The events of a message as SNS gets them: <c>eventType</c>, <c>mail</c>, and an object named after the type ("Contents of event data
/// that Amazon SES publishes to Amazon SNS" in the developer guide). Opens and clicks, which need a person, never happen here.
/// </summary>
internal sealed class FeedbackEvents(CloudContext cloud)
{
    private const string SuppressedCode =
        "Amazon SES did not send the message to this address because it is on the suppression list for your account.";

    /// <summary>Events in the order in which they happen, each with its type as destinations name it.</summary>
    public IEnumerable<(string Type, JsonObject Event)> Of(SentMail mail)
    {
        yield return ("SEND", Event("Send", mail, "send", []));
        foreach (var (address, fate) in mail.Recipients)
        {
            foreach (var @event in Of(mail, address, fate))
            {
                yield return @event;
            }
        }
    }

    private IEnumerable<(string Type, JsonObject Event)> Of(SentMail mail, string address, Fate fate) => fate switch
    {
        Fate.Delivered => [Delivery(mail, address)],
        Fate.Complained => [Delivery(mail, address), Complaint(mail, address, null)],
        Fate.Bounced bounced => [Bounce(mail, address, bounced.SubType, bounced.Diagnostic)],
        Fate.Suppressed { Reason: Accounts.SuppressionReasons.Complaint } => [Complaint(mail, address, "OnAccountSuppressionList")],
        _ => [Bounce(mail, address, "OnAccountSuppressionList", SuppressedCode)],
    };

    private (string Type, JsonObject Event) Delivery(SentMail mail, string address) =>
        ("DELIVERY", Event("Delivery", mail, "delivery", new()
        {
            ["timestamp"] = Instant(cloud.Clock.GetUtcNow()),
            ["processingTimeMillis"] = (long)(cloud.Clock.GetUtcNow() - mail.At).TotalMilliseconds,
            ["recipients"] = new JsonArray(address),
            ["smtpResponse"] = "250 2.6.0 Message received",
            ["reportingMTA"] = Mta,
        }));

    private (string Type, JsonObject Event) Bounce(SentMail mail, string address, string subType, string diagnostic) =>
        ("BOUNCE", Event("Bounce", mail, "bounce", new()
        {
            ["bounceType"] = "Permanent",
            ["bounceSubType"] = subType,
            ["bouncedRecipients"] = new JsonArray(new JsonObject
            {
                ["emailAddress"] = address,
                ["action"] = "failed",
                ["status"] = "5.1.1",
                ["diagnosticCode"] = diagnostic,
            }),
            ["timestamp"] = Instant(cloud.Clock.GetUtcNow()),
            ["feedbackId"] = Guid.NewGuid().ToString(),
            ["reportingMTA"] = $"dsn; {Mta}",
        }));

    private (string Type, JsonObject Event) Complaint(SentMail mail, string address, string? subType)
    {
        var complaint = new JsonObject
        {
            ["complainedRecipients"] = new JsonArray(new JsonObject { ["emailAddress"] = address }),
            ["timestamp"] = Instant(cloud.Clock.GetUtcNow()),
            ["feedbackId"] = Guid.NewGuid().ToString(),
            ["complaintSubType"] = subType,
        };
        if (subType is null)
        {
            complaint["userAgent"] = "Amazon SES Mailbox Simulator";
            complaint["complaintFeedbackType"] = "abuse";
            complaint["arrivalDate"] = Instant(cloud.Clock.GetUtcNow());
        }

        return ("COMPLAINT", Event("Complaint", mail, "complaint", complaint));
    }

    private JsonObject Event(string type, SentMail mail, string name, JsonObject detail) => new()
    {
        ["eventType"] = type,
        ["mail"] = Mail(mail),
        [name] = detail,
    };

    private JsonObject Mail(SentMail mail) => new()
    {
        ["timestamp"] = Instant(mail.At),
        ["source"] = mail.From,
        ["sourceArn"] = mail.IdentityArn,
        ["sendingAccountId"] = cloud.Account,
        ["messageId"] = mail.MessageId,
        ["destination"] = Texts(mail.Recipients.Select(recipient => recipient.Address)),
        ["headersTruncated"] = false,
        ["headers"] = new JsonArray(
        [
            .. HeadersOf(mail).Select(header => new JsonObject { ["name"] = header.Key, ["value"] = header.Value }),
        ]),
        ["commonHeaders"] = new JsonObject
        {
            ["from"] = new JsonArray(mail.From),
            ["to"] = Texts(mail.To),
            ["messageId"] = mail.MessageId,
            ["subject"] = mail.Subject,
        },
        ["tags"] = new JsonObject([.. TagsOf(mail).Select(tag => KeyValuePair.Create(tag.Key, (JsonNode?)new JsonArray(tag.Value)))]),
    };

    private static IEnumerable<KeyValuePair<string, string>> HeadersOf(SentMail mail) =>
    [
        new("From", mail.From),
        new("To", string.Join(", ", mail.To)),
        new("Subject", mail.Subject),
        .. mail.ReplyTo.Count == 0 ? [] : new[] { KeyValuePair.Create("Reply-To", string.Join(", ", mail.ReplyTo)) },
        new("MIME-Version", "1.0"),
        .. mail.Headers,
    ];

    private static IEnumerable<KeyValuePair<string, string>> TagsOf(SentMail mail) =>
    [
        new("ses:operation", "SendEmail"),
        .. mail.ConfigurationSet is { } set ? new[] { KeyValuePair.Create("ses:configuration-set", set) } : [],
        new("ses:source-ip", "127.0.0.1"),
        new("ses:from-domain", mail.From.TrimEnd('>').Split('@')[^1]),
        new("ses:caller-identity", mail.Caller),
        .. mail.Tags,
    ];

    private static JsonArray Texts(IEnumerable<string> texts) => new([.. texts.Select(text => JsonValue.Create(text))]);

    private string Mta => $"a.smtp-out.{cloud.Region}.amazonses.com";

    private static string Instant(DateTimeOffset at) =>
        at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
