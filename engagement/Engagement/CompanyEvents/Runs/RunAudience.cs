using Engagement.CompanyEvents.Audiences;
using Engagement.Customers;
using Engagement.Definitions.Announcements;
using Engagement.Definitions.Segments;
using Engagement.Definitions.Templates;
using Engagement.Definitions.Topics;
using Engagement.Segments;
using Engagement.Sending;
using Engagement.Times;

namespace Engagement.CompanyEvents.Runs;

/// <summary>Who gets a campaign's message, and what the message is.</summary>
/// <param name="identity">Which campaign of which event.</param>
/// <param name="campaign">The campaign.</param>
/// <param name="segment">Its segment.</param>
/// <param name="template">What it sends.</param>
/// <param name="rule">Its rule, with the event's attributes.</param>
/// <param name="topic">What its message is about.</param>
/// <param name="otherwise">The zone of customers who have none.</param>
public sealed class RunAudience(
    CampaignIdentity identity,
    CampaignDefinition campaign,
    SegmentDefinition segment,
    MessageTemplate template,
    CampaignRule rule,
    Topic topic,
    CustomerZone otherwise) : IMailing
{
    private readonly Predicate<CustomerMember> isInSegment = SegmentMembership.Create<CustomerMember>(segment.Conditions);

    private readonly IReadOnlyDictionary<string, string> tags = MessageTags.From(identity);

    /// <summary>Which campaign of which event.</summary>
    public CampaignIdentity Identity => identity;

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> UserAttributes => rule.UserAttributes;

    /// <summary>Why an endpoint gets no message: a code; null when it gets it.</summary>
    public string? LeavesOut(CustomerMember member) =>
        !isInSegment(member) ? SendingReason.Segment
        : EndpointReach.Objection(member.Endpoint, template) is { } objection ? objection
        : !rule.Matches(member.Profile.UserAttributes) ? LeftOutReason.When
        : null;

    /// <inheritdoc/>
    public IReadOnlyList<KeyValuePair<string, string>> LogFields => RunLog.Fields(identity);

    /// <inheritdoc/>
    public Topic Topic => topic;

    /// <inheritdoc/>
    public DateTimeOffset Began { get; init; } = DateTimeOffset.MinValue;

    /// <inheritdoc/>
    public DateTimeOffset? HeldUntil(CustomerMember member, DateTimeOffset now) =>
        campaign.Between?.NextAfter(now, member.Customer.Zone(otherwise));

    /// <inheritdoc/>
    public string DeliveryIdOf(CustomerMember member) => Delivery.IdOf(identity.Name, member);

    /// <inheritdoc/>
    public OutgoingMessage MessageTo(CustomerMember member) => new()
    {
        Template = campaign.Template,
        Topic = topic,
        To = member,
        Shown = rule.Shown,
        Tags = tags,
    };
}
