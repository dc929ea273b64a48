using System.Text.Json;
using Engagement.Definitions;
using Engagement.Definitions.Announcements;

namespace Engagement.CompanyEvents;

/// <summary>Which announcement an event may name.</summary>
internal static class AnnouncementRules
{
    public static Announcement? Find(AnnouncementCatalog catalog, JsonElement name, string key, CompanyEventProblems problems)
    {
        if (name.ValueKind != JsonValueKind.String)
        {
            problems.Add(
                new(
                    key,
                    JsonFields.IsAbsent(name)
                        ? "is missing; it names the announcement"
                        : $"a text is expected, not {JsonFields.Kind(name)}"));
            return null;
        }

        var text = name.GetString()!;
        var announcement = catalog.Find(text);
        if (announcement is null)
        {
            // What is no name may be anything, and is not repeated.
            var shown = problems.MayShow(text) ? text : "";
            problems.Add(new(
                key,
                $"{(shown.Length > 0 ? $"'{shown}'" : "it")} is no announcement{NearestName.Hint(shown, EventNames(catalog))}"));
        }
        else if (announcement.Via == AnnouncementRoute.Schedule)
        {
            problems.Add(new(key, $"'{text}' is scheduled (via: schedule); no event starts it"));
            return null;
        }

        return announcement;
    }

    private static string[] EventNames(AnnouncementCatalog catalog) =>
        [.. catalog.Announcements.Where(each => each.Via != AnnouncementRoute.Schedule).Select(each => each.Name)];
}
