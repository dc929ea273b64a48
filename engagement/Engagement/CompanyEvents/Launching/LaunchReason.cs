using Engagement.Definitions.Announcements;

namespace Engagement.CompanyEvents.Launching;

/// <summary>
/// The reason to look whether something is to be launched: <see cref="JourneyCalled"/>, <see cref="MessagesQueued"/> or
/// <see cref="CheckDue"/>. What is to be launched the ledger says.
/// </summary>
public abstract record LaunchReason
{
    private protected LaunchReason()
    {
    }
}

/// <summary>The announcement's journey called.</summary>
/// <param name="Announcement">The announcement's name; empty when the call names none.</param>
/// <param name="EventIds">The events that the call names: the list of what is pending may not show them yet.</param>
/// <param name="Patience">How long the journey waits for the answer.</param>
public sealed record JourneyCalled(string Announcement, IReadOnlyList<string> EventIds, TimeSpan Patience) : LaunchReason;

/// <summary>Messages of the retry queue.</summary>
/// <param name="Messages">Each by its id; null for what cannot be read.</param>
public sealed record MessagesQueued(IReadOnlyList<(string Id, RetryMessage? Message)> Messages) : LaunchReason;

/// <summary>The schedule: the ledger is to be checked.</summary>
public sealed record CheckDue : LaunchReason;
