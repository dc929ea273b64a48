namespace Engagement.Consent;

/// <summary>Why nothing more goes to an address.</summary>
public enum SuppressionReason
{
    /// <summary>The receiving server refused a message for good, or there is no such telephone number.</summary>
    Bounce,

    /// <summary>The recipient reported a message as spam.</summary>
    Complaint,
}
