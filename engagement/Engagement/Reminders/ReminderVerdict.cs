namespace Engagement.Reminders;

/// <summary>Whether a customer gets a message in an hour.</summary>
public enum ReminderVerdict
{
    /// <summary>The message is due, and comes unless it has come before.</summary>
    Due,

    /// <summary>Its hour is yet to come.</summary>
    NotYet,

    /// <summary>Its hour is long past.</summary>
    TooLate,

    /// <summary>The date itself has come.</summary>
    Over,

    /// <summary>A shorter message about the same date is due as well; that one comes.</summary>
    Superseded,

    /// <summary>The customer needs no reminder.</summary>
    Skipped,

    /// <summary>The customer has no such date, or one that is no instant.</summary>
    NoDate,
}
