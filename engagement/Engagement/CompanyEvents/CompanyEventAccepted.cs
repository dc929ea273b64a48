using Engagement.Definitions.Announcements;

namespace Engagement.CompanyEvents;

/// <summary>It is as its announcement says.</summary>
/// <param name="Event">The event.</param>
/// <param name="Announcement">Its announcement, never one with <c>via: schedule</c>.</param>
public sealed record CompanyEventAccepted(CompanyEvent Event, Announcement Announcement) : CompanyEventDecision;
