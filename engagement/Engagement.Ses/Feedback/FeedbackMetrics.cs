namespace Engagement.Ses.Feedback;

/// <summary>Metrics of feedback, in the namespace and with the dimension of all metrics.</summary>
public static class FeedbackMetrics
{
    /// <summary>Feedback that was read, by <c>Reason</c>: see <see cref="FeedbackKind"/>. Count.</summary>
    public const string Received = "FeedbackReceived";

    /// <summary>Messages that the receiving server refused for good. Count; for an alarm by the share of the messages sent.</summary>
    public const string Bounced = "MessagesBounced";

    /// <summary>Messages that recipients reported as spam. Count; for an alarm by the share of the messages sent.</summary>
    public const string Complained = "MessagesComplained";

    /// <summary>Messages with feedback that went back to the queue, by <c>Reason</c>. Count.</summary>
    public const string Returned = "FeedbackReturned";
}
