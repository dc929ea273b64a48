namespace Engagement.CompanyEvents;

/// <summary>One thing that is wrong with a company event.</summary>
/// <param name="Key">Where: <c>event</c>, <c>id</c>, <c>attributes.version</c>, …; empty for the event as a whole.</param>
/// <param name="Message">What is wrong, and what would be right. It holds no attribute's value.</param>
public sealed record CompanyEventProblem(string Key, string Message)
{
    /// <summary><c>key: message</c>, or the message alone.</summary>
    public override string ToString() => Key.Length == 0 ? Message : $"{Key}: {Message}";
}
