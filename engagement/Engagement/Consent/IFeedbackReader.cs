namespace Engagement.Consent;

/// <summary>Reads feedback in the form that a sending service gives it.</summary>
public interface IFeedbackReader
{
    /// <summary>Reads a message of the queue; null when it is no feedback.</summary>
    MailFeedback? Read(string? text);
}
