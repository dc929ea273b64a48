using Engagement.Definitions.Announcements;

namespace Engagement.CompanyEvents;

/// <summary>
/// What a campaign's hook does with each customer: whether the message goes out, what is written, what the template can show.
/// </summary>
public sealed class CampaignRule
{
    private readonly IReadOnlyList<CampaignCondition> when;

    /// <param name="campaign">The campaign.</param>
    /// <param name="attributes">
    /// The event's attributes, or the announcement's <see cref="Announcement.Values"/> when it is scheduled.
    /// </param>
    /// <exception cref="KeyNotFoundException">An attribute that the campaign writes has no value.</exception>
    public CampaignRule(CampaignDefinition campaign, IReadOnlyDictionary<string, string> attributes)
    {
        when = campaign.When;
        UserAttributes = campaign.Set.ToDictionary(set => set.Attribute, set => AsList(set.Value.Fill(attributes)), StringComparer.Ordinal);
        Shown = attributes.ToDictionary(
            attribute => EventAttributes.Prefix + attribute.Key, attribute => AsList(attribute.Value), StringComparer.Ordinal);
    }

    /// <summary>
    /// The user attributes to write for each customer who gets the message. Each is a list of one, as platforms keep them, and replaces
    /// what was there.
    /// </summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> UserAttributes { get; }

    /// <summary>
    /// The endpoint attributes (<c>event_NAME</c>) that the hook adds to what it returns, so that the template can show them; they are not
    /// kept.
    /// </summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Shown { get; }

    /// <summary>
    /// Whether a customer gets the message: of each attribute that <c>when</c> names, one of the customer's values is among those listed.
    /// </summary>
    /// <param name="userAttributes">The customer's user attributes; null for a customer without any.</param>
    public bool Matches(IReadOnlyDictionary<string, IReadOnlyList<string>>? userAttributes) =>
        when.All(condition =>
            userAttributes is not null
            && userAttributes.TryGetValue(condition.Attribute, out var values)
            && values.Any(value => condition.Values.Contains(value, StringComparer.Ordinal)));

    private static IReadOnlyList<string> AsList(string value) => [value];
}
