using System.Text.Json;
using Engagement.Definitions.Announcements;

namespace Engagement.CompanyEvents.DryRuns;

/// <summary>The event that a dry run supposes.</summary>
public static class DryRunEvent
{
    // Nothing is written down, so that it is never taken.
    private const string Id = "dry-run";

    /// <summary>
    /// Judges an event by the rules of the route, so that what passes here passes there. A scheduled announcement has its values in the
    /// definitions, and takes no others.
    /// </summary>
    /// <param name="catalog">The announcements.</param>
    /// <param name="announcement">One of them.</param>
    /// <param name="attributes">The event's attributes.</param>
    /// <param name="now">The time.</param>
    public static CompanyEventDecision Decide(
        AnnouncementCatalog catalog, Announcement announcement, IReadOnlyDictionary<string, string> attributes, DateTimeOffset now)
    {
        if (announcement.Via != AnnouncementRoute.Schedule)
        {
            var body = JsonSerializer.Serialize(new DryRunBody(announcement.Name, attributes), DryRunJson.Default.DryRunBody);
            return new CompanyEventRules(catalog).DecideRequest(body, Id, now);
        }

        return attributes.Count > 0
            ? new CompanyEventRefused(
                [new("attributes", $"'{announcement.Name}' has its values in announcements.yaml; attributes are for events")])
            : new CompanyEventAccepted(
                new() { Id = Id, Announcement = announcement.Name, Attributes = announcement.Values, PublishedAt = now }, announcement);
    }
}
