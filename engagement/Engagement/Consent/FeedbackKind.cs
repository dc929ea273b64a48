namespace Engagement.Consent;

/// <summary>What feedback says: values of the dimension <c>Reason</c> of <see cref="Telemetry.MetricName.FeedbackReceived"/>.</summary>
public static class FeedbackKind
{
    /// <summary>The receiving server refused the message for good.</summary>
    public const string Bounce = "bounce";

    /// <summary>The service did not send the message, because the address had bounced before.</summary>
    public const string ListedBounce = "listedBounce";

    /// <summary>The service gave up on the message, and the address may take others: its mailbox is full, for example.</summary>
    public const string TransientBounce = "transientBounce";

    /// <summary>The recipient reported the message as spam.</summary>
    public const string Complaint = "complaint";

    /// <summary>The service did not send the message, because the recipient had reported one before.</summary>
    public const string ListedComplaint = "listedComplaint";

    /// <summary>The recipient took a message out of the spam folder.</summary>
    public const string NotSpam = "notSpam";

    /// <summary>The customer answered a text message with a word that stops them all.</summary>
    public const string Stop = "stop";

    /// <summary>The customer answered a text message with the word that wants them again.</summary>
    public const string Start = "start";

    /// <summary>The customer wrote something else.</summary>
    public const string Reply = "reply";

    /// <summary>There is no such telephone number.</summary>
    public const string InvalidNumber = "invalidNumber";

    /// <summary>A text message did not arrive, and the number may take others.</summary>
    public const string Undelivered = "undelivered";

    /// <summary>The text by which the service tries the way of feedback out.</summary>
    public const string Validation = "validation";

    /// <summary>An event that no one here asked for.</summary>
    public const string Other = "other";
}
