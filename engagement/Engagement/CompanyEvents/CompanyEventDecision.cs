using Engagement.Definitions.Announcements;

namespace Engagement.CompanyEvents;

/// <summary>What becomes of an incoming company event: <see cref="CompanyEventAccepted"/> or <see cref="CompanyEventRefused"/>.</summary>
public abstract record CompanyEventDecision
{
    private protected CompanyEventDecision()
    {
    }
}

/// <summary>The event is as its announcement says.</summary>
/// <param name="Event">The event.</param>
/// <param name="Announcement">The event's announcement, never one with <c>via: schedule</c>.</param>
public sealed record CompanyEventAccepted(CompanyEvent Event, Announcement Announcement) : CompanyEventDecision;

/// <summary>Nothing may be sent.</summary>
/// <param name="Problems">All that is wrong; at least one.</param>
public sealed record CompanyEventRefused(IReadOnlyList<CompanyEventProblem> Problems) : CompanyEventDecision;
