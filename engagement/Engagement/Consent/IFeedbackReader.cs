using Engagement.Functions;

namespace Engagement.Consent;

/// <summary>Reads feedback in the form that a sending service gives it.</summary>
public interface IFeedbackReader
{
    /// <summary>Reads a message of the queue; null when it is no feedback.</summary>
    /// <param name="message">The message.</param>
    MessageFeedback? Read(QueueMessage message);
}
