using Engagement.Consent;
using Engagement.Customers;
using Engagement.Definitions.Segments;
using Engagement.Definitions.Templates;
using Engagement.Definitions.Topics;
using Engagement.Segments;
using Engagement.Sending;

namespace Engagement.Journeys;

/// <summary>One endpoint of a stored customer, as journeys look at it.</summary>
/// <param name="member">The endpoint.</param>
/// <param name="consent">What holds for its address; null when nothing is known of it.</param>
/// <param name="segments">Today's segments.</param>
/// <param name="templates">Today's templates: an endpoint gets the message of its channel.</param>
public sealed class JourneyMember(
    CustomerMember member, AddressConsent? consent, SegmentCatalog segments, IReadOnlyDictionary<string, MessageTemplate> templates)
    : IJourneyCustomer
{
    /// <summary>The endpoint.</summary>
    public CustomerMember Member => member;

    /// <summary>The same endpoint, as other definitions see it.</summary>
    public JourneyMember With(SegmentCatalog otherSegments, IReadOnlyDictionary<string, MessageTemplate> otherTemplates) =>
        new(member, consent, otherSegments, otherTemplates);

    /// <inheritdoc/>
    public Customer Customer { get; } = member.Customer;

    /// <inheritdoc/>
    public bool IsIn(string segment) =>
        segments.Find(segment) is { } found && SegmentMembership.Create<CustomerMember>(found.Conditions)(member);

    /// <inheritdoc/>
    public string? Objection(string template, Topic topic) =>
        templates.TryGetValue(template, out var found)
            ? EndpointReach.Objection(member.Endpoint, found) ?? SendingRules.Objection(consent, topic)
            : SendingReason.NotRendered;
}
