namespace Engagement.Reminders;

/// <summary>That a message came to a customer, for a date. A date that moves has messages of its own.</summary>
/// <param name="Message">Name of the message.</param>
/// <param name="EndpointId">The endpoint that it went to.</param>
/// <param name="Date">The date that it is about.</param>
public sealed record SentReminder(string Message, string EndpointId, DateTimeOffset Date);
