using Engagement.CompanyEvents;
using Engagement.Definitions.Announcements;
using Engagement.Definitions.Journeys;

namespace Engagement.Definitions.Templates;

/// <summary>Whether anything sets what a template shows, and whether it may stand where it does.</summary>
internal sealed class TemplateRules(KnownNames known, IReadOnlyList<Announcement> announcements, IReadOnlyList<Journey> journeys)
{
    private readonly bool hasUnknown = announcements.SelectMany(each => each.Campaigns).Any(
        campaign => known.Objection(NameKind.Template, campaign.Template) is not null);

    public void Check(TemplateFiles files)
    {
        var users = announcements.Where(
            announcement => announcement.Campaigns.Any(campaign => campaign.Template == files.Template.Name)).ToList();
        var isOfJourney = journeys.Any(journey => journey.Templates.Contains(files.Template.Name, StringComparer.Ordinal));
        foreach (var source in files.Sources)
        {
            foreach (var reference in source.References)
            {
                source.Report(
                    reference.Tag.Position,
                    isOfJourney && EventAttribute(reference) is not null
                        ? "a journey's templates see the customer, not the event"
                        : Objection(reference, users));
            }

            foreach (var link in source.Links)
            {
                source.Report(link.Reference.Tag.Position, LinkObjection(link, users));
            }
        }
    }

    private string? Objection(TemplateReference reference, List<Announcement> users) => reference.Kind switch
    {
        TemplateValueKind.Attribute when EventAttribute(reference) is { } name => EventObjection(name, users),
        TemplateValueKind.Attribute => known.Objection(NameKind.EndpointAttribute, reference.Name),
        TemplateValueKind.Metric => known.Objection(NameKind.EndpointMetric, reference.Name),
        TemplateValueKind.UserAttribute => known.Objection(NameKind.UserAttribute, reference.Name),
        _ => null,
    };

    private string? EventObjection(string name, List<Announcement> users)
    {
        if (users.Count == 0)
        {
            // An announcement that misspells a template's name may have meant this one; that error is enough.
            return hasUnknown ? null : $"nobody sets the event's attribute '{name}': no announcement sends this template";
        }

        return users.FirstOrDefault(announcement => !announcement.Attributes.Contains(name, StringComparer.Ordinal)) is { } without
            ? $"the announcement '{without.Name}', which sends this template, has no attribute "
                + $"'{name}'{NearestName.Hint(name, without.Attributes.ToArray())}"
            : null;
    }

    // Of an attribute that an announcement lacks, the rule above tells.
    private static string? LinkObjection(TemplateLink link, List<Announcement> users)
    {
        if (EventAttribute(link.Reference) is not { } name)
        {
            return $"stands where a link begins ({link.Place}), and may lead anywhere; begin the link with an address such as "
                + "https://www.example.com/, or with an event's attribute of the kind url";
        }

        return users.FirstOrDefault(
            user => user.Attributes.Contains(name, StringComparer.Ordinal) && user.KindOf(name) != AttributeKind.Url) is { } without
            ? $"stands where a link begins ({link.Place}), and may lead anywhere; in announcements.yaml, give the attribute '{name}' of "
                + $"'{without.Name}' the kind url"
            : null;
    }

    private static string? EventAttribute(TemplateReference reference) =>
        reference.Kind == TemplateValueKind.Attribute && reference.Name.StartsWith(EventAttributes.Prefix, StringComparison.Ordinal)
            ? reference.Name[EventAttributes.Prefix.Length..]
            : null;
}
