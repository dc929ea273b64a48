using Engagement.CompanyEvents;
using Engagement.Definitions.Announcements;
using Engagement.Services;

namespace PublishCompanyEvent.Publishing;

/// <summary>Gives what launches an event's campaigns a reason to look.</summary>
internal interface ITrigger
{
    /// <summary>May be given again for the same event.</summary>
    /// <exception cref="ServiceException">It may or may not have been given.</exception>
    Task GiveAsync(CompanyEvent companyEvent, Announcement announcement, CancellationToken cancellation);
}
