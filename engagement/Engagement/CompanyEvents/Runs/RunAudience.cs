using Engagement.CompanyEvents.Audiences;
using Engagement.Customers;
using Engagement.Definitions.Announcements;
using Engagement.Definitions.Segments;
using Engagement.Segments;
using Engagement.Sending;

namespace Engagement.CompanyEvents.Runs;

/// <summary>Who gets a campaign's message, and what the message is.</summary>
/// <param name="identity">Which campaign of which event.</param>
/// <param name="campaign">The campaign.</param>
/// <param name="segment">Its segment.</param>
/// <param name="rule">Its rule, with the event's attributes.</param>
public sealed class RunAudience(CampaignIdentity identity, CampaignDefinition campaign, SegmentDefinition segment, CampaignRule rule)
{
    private const string Email = "EMAIL";

    private readonly Predicate<CustomerMember> isInSegment = SegmentMembership.Create<CustomerMember>(segment.Conditions);

    /// <summary>Which campaign of which event.</summary>
    public CampaignIdentity Identity => identity;

    /// <summary>The user attributes to write for each customer who got the message.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> UserAttributes => rule.UserAttributes;

    /// <summary>Why an endpoint gets no message: a code; null when it gets it.</summary>
    public string? LeavesOut(CustomerMember member) =>
        !isInSegment(member) ? SendingReason.Segment
        : member.Channel != Email ? SendingReason.Channel
        : !member.Endpoint.IsActive ? SendingReason.Inactive
        : member.Endpoint.HasOptedOut ? SendingReason.OptedOut
        : member.Endpoint.Address is null ? SendingReason.NoAddress
        : !rule.Matches(member.Profile.UserAttributes) ? LeftOutReason.When
        : null;

    /// <summary>The message to an endpoint that gets it.</summary>
    public OutgoingMessage MessageTo(CustomerMember member) => new()
    {
        Template = campaign.Template,
        To = member,
        Shown = rule.Shown,
        Tags = MessageTags.From(identity),
    };
}
