namespace Engagement.Local.Sqs;

/// <summary>A queue's settings, with AWS's defaults and ranges.</summary>
internal sealed record QueueSettings
{
    /// <summary>How long a received message stays hidden: 0 s to 12 h.</summary>
    public int VisibilityTimeoutSeconds { get; init; } = 30;

    /// <summary>How long a message is kept from when it was sent: 60 s to 14 days.</summary>
    public int MessageRetentionSeconds { get; init; } = 345_600;

    /// <summary>How long a message is hidden at first: 0 to 900 s.</summary>
    public int DelaySeconds { get; init; }

    /// <summary>Largest message in bytes, attributes included: 1 KiB to 1 MiB.</summary>
    public int MaxMessageSize { get; init; } = QueueLimits.LargestMessage;

    /// <summary>How long ReceiveMessage waits where it does not say: 0 to 20 s.</summary>
    public int ReceiveWaitTimeSeconds { get; init; }

    /// <summary>Where messages are given up to, or null.</summary>
    public RedrivePolicy? Redrive { get; init; }

    /// <summary>Who may give up messages to this queue; everyone where null.</summary>
    public RedriveAllowPolicy? RedriveAllow { get; init; }

    /// <summary>Access policy, JSON, or null.</summary>
    public string? Policy { get; init; }

    /// <summary>Key that would encrypt it; kept and shown, nothing is encrypted here.</summary>
    public string? KmsMasterKeyId { get; init; }

    /// <summary>Seconds that a data key is reused: 60 to 86,400.</summary>
    public int KmsDataKeyReusePeriodSeconds { get; init; } = 300;

    /// <summary>Whether SQS's own key would encrypt it.</summary>
    public bool SqsManagedSseEnabled { get; init; } = true;

    /// <summary>Tags by key.</summary>
    public IReadOnlyDictionary<string, string> Tags { get; init; } = new Dictionary<string, string>();
}
