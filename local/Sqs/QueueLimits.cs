namespace Engagement.Local.Sqs;

/// <summary>Quotas of SQS for standard queues, from its developer guide.</summary>
internal static class QueueLimits
{
    /// <summary>Bytes of a message, and of all messages of a batch.</summary>
    public const int LargestMessage = 1_048_576;

    /// <summary>Messages that one request sends, receives, deletes or changes.</summary>
    public const int BatchSize = 10;

    /// <summary>Messages received and neither deleted nor visible again.</summary>
    public const int InFlight = 120_000;

    /// <summary>Seconds that a message stays hidden, from its receipt on.</summary>
    public const int LongestVisibilityTimeout = 43_200;

    /// <summary>Seconds that a message can be delayed.</summary>
    public const int LongestDelay = 900;

    /// <summary>Seconds that ReceiveMessage waits.</summary>
    public const int LongestWait = 20;
}
