using Engagement.Times;

namespace Engagement;

/// <summary>What rules need to know of a customer.</summary>
/// <param name="EndpointId">The endpoint that a message goes to.</param>
/// <param name="UserAttributes">Each with its values.</param>
public sealed record Customer(string EndpointId, IReadOnlyDictionary<string, IReadOnlyList<string>> UserAttributes)
{
    /// <summary>The customer's time zone.</summary>
    /// <param name="otherwise">That of customers who have none.</param>
    public CustomerZone Zone(CustomerZone otherwise) =>
        CustomerZone.Find(Values(ReservedNames.TimeZoneAttribute) is [var name, ..] ? name : null, otherwise);

    /// <summary>The values of an attribute; none when there is none of the name.</summary>
    public IReadOnlyList<string> Values(string attribute) => UserAttributes.TryGetValue(attribute, out var values) ? values : [];
}
