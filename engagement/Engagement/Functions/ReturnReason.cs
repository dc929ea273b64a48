namespace Engagement.Functions;

/// <summary>Why a message goes back to its queue: values of the metrics' dimension <c>Reason</c>. A platform adds its own.</summary>
public static class ReturnReason
{
    /// <summary>The message has another form than its sender gives it; it ends in the dead-letter queue.</summary>
    public const string Unreadable = "unreadable";

    /// <summary>The message carries a signature, and no keys are at hand to judge it by.</summary>
    public const string SecretUnavailable = "secretUnavailable";

    /// <summary>Too little time was left.</summary>
    public const string OutOfTime = "outOfTime";
}
