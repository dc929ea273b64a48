using Engagement.Local.Platforms;

namespace Engagement.Local.Upcoming;

/// <summary>What is due in an hour of one kind of message.</summary>
/// <param name="At">The hour.</param>
/// <param name="Origin">What of the definitions it is of.</param>
/// <param name="Template">The template.</param>
/// <param name="Messages">How many messages will be sent.</param>
/// <param name="LeftOut">How many are due and will not be sent.</param>
internal sealed record CalendarEntry(DateTimeOffset At, MessageOrigin Origin, string Template, long Messages, long LeftOut);
