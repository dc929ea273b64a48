using Engagement.CompanyEvents.Ledger;
using Engagement.Definitions.Announcements;

namespace Engagement.CompanyEvents.Publishing;

/// <summary>Notifies the component that launches an event's campaigns.</summary>
public interface ILaunchTrigger
{
    /// <summary>May be called again for the same event.</summary>
    /// <param name="record">What the ledger says of the event.</param>
    /// <param name="announcement">The event's announcement.</param>
    /// <param name="cancellation">Ends the calls.</param>
    /// <exception cref="ServiceException">Whether the component was notified is unknown.</exception>
    Task NotifyAsync(EventRecord record, Announcement announcement, CancellationToken cancellation);
}
