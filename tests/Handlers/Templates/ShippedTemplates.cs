using Engagement.CompanyEvents;
using Engagement.Definitions;
using Engagement.Definitions.Announcements;
using Engagement.Pinpoint.Quotas;

namespace Handlers.Tests.Templates;

/// <summary>Every campaign that is shipped, with the template that it sends.</summary>
internal static class ShippedTemplates
{
    public static readonly DefinitionSet Definitions = DefinitionSet.Load(
        Path.Combine(AppContext.BaseDirectory, "definitions"),
        PinpointLimits.Definitions);

    /// <summary>What Pinpoint would render a message from: values as lists, and those of the event as the hook adds them.</summary>
    public static Dictionary<string, object> Endpoint(Announcement announcement, CampaignDefinition campaign, string? firstName)
    {
        var values = announcement.Attributes.ToDictionary(name => name, name => $"<{name}> & co");
        var user = firstName is null ? new Dictionary<string, object>() : new() { ["first_name"] = new[] { firstName } };
        return new()
        {
            ["Attributes"] = new CampaignRule(campaign, values).Shown.ToDictionary(each => each.Key, each => (object)each.Value),
            ["User"] = new Dictionary<string, object> { ["UserAttributes"] = user },
        };
    }
}
