namespace Engagement.Journeys;

/// <summary>That a message is about to be sent. Once it is written, nothing else sends this message.</summary>
/// <param name="Template">The template.</param>
/// <param name="At">When it was claimed.</param>
public sealed record MessageClaim(string Template, DateTimeOffset At);
