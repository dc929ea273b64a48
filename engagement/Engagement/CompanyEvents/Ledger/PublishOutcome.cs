namespace Engagement.CompanyEvents.Ledger;

/// <summary>What becomes of an event that the ledger was asked to write down.</summary>
public enum PublishOutcome
{
    /// <summary>It is new: trigger what launches its campaigns, answer 202.</summary>
    New,

    /// <summary>
    /// It was there, and nothing of it was launched: the function that wrote it down may have ended before the trigger. Trigger again,
    /// which is harmless, since launching goes by the ledger; answer 200.
    /// </summary>
    TriggerAgain,

    /// <summary>It was there and is under way or done: do nothing, answer 200.</summary>
    Repeated,

    /// <summary>Another event has the id: refuse it.</summary>
    Conflicting,
}
