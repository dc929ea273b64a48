using Engagement.Consent;
using Engagement.Customers;
using Engagement.Definitions.Segments;
using Engagement.Definitions.Topics;
using Engagement.Segments;
using Engagement.Sending;

namespace Engagement.Journeys;

/// <summary>One endpoint of a stored customer, as journeys look at it.</summary>
/// <param name="member">The endpoint.</param>
/// <param name="consent">What holds for its address; null when nothing is known of it.</param>
/// <param name="segments">Today's segments.</param>
public sealed class JourneyMember(CustomerMember member, AddressConsent? consent, SegmentCatalog segments) : IJourneyCustomer
{
    /// <summary>The endpoint.</summary>
    public CustomerMember Member => member;

    /// <summary>The same endpoint, as other segments see it.</summary>
    public JourneyMember With(SegmentCatalog others) => new(member, consent, others);

    /// <inheritdoc/>
    public Customer Customer { get; } = member.Customer;

    /// <inheritdoc/>
    public bool IsIn(string segment) =>
        segments.Find(segment) is { } found && SegmentMembership.Create<CustomerMember>(found.Conditions)(member);

    /// <inheritdoc/>
    public string? Objection(Topic topic) => EmailReach.Objection(member.Endpoint) ?? SendingRules.Objection(consent, topic);
}
