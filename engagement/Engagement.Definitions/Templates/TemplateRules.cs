using Engagement.CompanyEvents;
using Engagement.Definitions.Announcements;

namespace Engagement.Definitions.Templates;

/// <summary>Whether somebody sets what a template shows.</summary>
internal sealed class TemplateRules(KnownNames known, IReadOnlyList<Announcement> announcements)
{
    private readonly bool hasUnknown = announcements.SelectMany(each => each.Campaigns).Any(campaign => known.Objection(NameKind.Template, campaign.Template) is not null);

    public void Check(TemplateFiles files)
    {
        var users = announcements.Where(announcement => announcement.Campaigns.Any(campaign => campaign.Template == files.Template.Name)).ToList();
        foreach (var source in files.Sources)
        {
            foreach (var reference in source.References)
            {
                if (Objection(reference, users) is { } objection)
                {
                    source.Report(reference.Position, objection);
                }
            }
        }
    }

    private string? Objection(TemplateReference reference, List<Announcement> users) => reference.Segments switch
    {
        // The whole of them, for a helper to go through.
        ["Attributes"] or ["Metrics"] or ["User", "UserAttributes"] => null,
        ["Attributes", var name, ..] when name.StartsWith(EventAttributes.Prefix, StringComparison.Ordinal) => EventObjection(name[EventAttributes.Prefix.Length..], users),
        ["Attributes", .. var name] => known.Objection(NameKind.EndpointAttribute, Joined(name)),
        ["Metrics", .. var name] => known.Objection(NameKind.EndpointMetric, Joined(name)),
        ["User", "UserAttributes", .. var name] => known.Objection(NameKind.UserAttribute, Joined(name)),
        _ => PropertyObjection(reference),
    };

    private string? EventObjection(string name, List<Announcement> users)
    {
        if (users.Count == 0)
        {
            // An announcement that misspells a template's name may have meant this one; that error is enough.
            return hasUnknown ? null : $"nobody sets the event's attribute '{name}': no announcement sends this template";
        }

        return users.FirstOrDefault(announcement => !announcement.Attributes.Contains(name, StringComparer.Ordinal)) is { } without
            ? $"the announcement '{without.Name}', which sends this template, has no attribute '{name}'{NearestName.Hint(name, without.Attributes.ToArray())}"
            : null;
    }

    private static string? PropertyObjection(TemplateReference reference)
    {
        if (TemplateLanguage.EndpointProperties.Contains(string.Join('.', reference.Segments)))
        {
            return null;
        }

        var near = NearestName.Of(string.Join('.', reference.Segments), TemplateLanguage.EndpointProperties);
        return $"Pinpoint knows no '{reference.Path}'; {(near is null ? "a customer's values are User.UserAttributes.NAME, an event's Attributes.event_NAME" : $"did you mean '{near}'?")}";
    }

    // Names may hold points; a number at the end picks one of an attribute's values.
    private static string Joined(string[] segments) =>
        string.Join('.', segments.Length > 1 && segments[^1].All(char.IsAsciiDigit) ? segments[..^1] : segments);
}
