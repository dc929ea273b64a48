using Engagement.CompanyEvents.Runs;
using Engagement.Consent;
using Engagement.Customers;
using Engagement.Definitions.Announcements;
using Engagement.Definitions.Topics;
using Engagement.Sending;

namespace Engagement.CompanyEvents.DryRuns;

/// <summary>Judges customers as the senders of campaigns do, by the same rules, and claims and sends nothing.</summary>
public sealed class DryRun
{
    private readonly IMessageRenderer renderer;
    private readonly FindConsents consents;
    private readonly DateTimeOffset now;
    private readonly bool isMarketing;

    /// <param name="announcement">The announcement.</param>
    /// <param name="values">The event's attributes.</param>
    /// <param name="definitions">What its campaigns name.</param>
    /// <param name="consents">What customers want.</param>
    /// <param name="now">When it would be sent.</param>
    /// <param name="sampleSize">How many customers are kept of each outcome.</param>
    public DryRun(
        Announcement announcement,
        IReadOnlyDictionary<string, string> values,
        DryRunDefinitions definitions,
        FindConsents consents,
        DateTimeOffset now,
        int sampleSize)
    {
        (renderer, this.consents, this.now) = (definitions.Renderer, consents, now);
        var topic = definitions.Topics.Get(announcement.Topic ?? Topic.Announcements);
        isMarketing = topic.Kind == TopicKind.Marketing;
        Campaigns =
        [
            .. announcement.Campaigns.Select(campaign => new CampaignTally(
                campaign,
                new RunAudience(
                    new() { Announcement = announcement.Name, Campaign = campaign.Name },
                    campaign,
                    definitions.Segments.Find(campaign.Segment)!,
                    definitions.Templates[campaign.Template],
                    new CampaignRule(campaign, values),
                    topic,
                    definitions.Zone),
                sampleSize)),
        ];
    }

    /// <summary>How many messages of marketing a customer gets; null: any number.</summary>
    public DryRunLimit? Limit { get; init; }

    /// <summary>What became of each campaign's customers, in the order of the file.</summary>
    public IReadOnlyList<CampaignTally> Campaigns { get; }

    /// <summary>Judges some customers.</summary>
    public async Task AddAsync(IReadOnlyList<CustomerProfile> page, CancellationToken cancellation)
    {
        foreach (var part in page.Chunk(IConsents.Most))
        {
            var members = part.SelectMany(customer => customer.Members).ToList();
            var known = await KnownAsync(members, cancellation);
            foreach (var campaign in Campaigns)
            {
                var reached = await ReachedAsync(campaign, members, cancellation);
                var time = now + (campaign.Definition.After ?? TimeSpan.Zero);
                members.ForEach(member => campaign.Add(
                    member, Reason(campaign.Audience, member, known) ?? reached(member), campaign.Audience.HeldUntil(member, time)));
            }
        }
    }

    // What a customer gets until a later campaign, or until the hours begin, nobody knows.
    private async Task<Func<CustomerMember, string?>> ReachedAsync(
        CampaignTally campaign, List<CustomerMember> members, CancellationToken cancellation)
    {
        var atOnce = !isMarketing || Limit is null || campaign.Definition.After is not null ? [] : members
            .Where(member => campaign.Audience.LeavesOut(member) is null && campaign.Audience.HeldUntil(member, now) is null)
            .Select(member => member.Endpoint.Id).ToList();
        var reached = new HashSet<string>(StringComparer.Ordinal);
        foreach (var some in atOnce.Chunk(IDeliveries.Most))
        {
            reached.UnionWith(await Limit!.ReachedAsync(some, now, cancellation));
        }

        return member => reached.Contains(member.Endpoint.Id) ? SendingReason.Limit : null;
    }

    private string? Reason(RunAudience audience, CustomerMember member, IReadOnlyDictionary<string, AddressConsent> known) =>
        audience.LeavesOut(member)
            ?? SendingRules.Objection(known.GetValueOrDefault(KeyOf(member)), audience.Topic)
            ?? Unreadable(audience.MessageTo(member));

    private string? Unreadable(OutgoingMessage message) => message.Channel switch
    {
        Channel.Sms when renderer.RenderText(message) is { } text => text.Parts.Fits ? null : SendingReason.TooLong,
        Channel.Email when renderer.RenderEmail(message) is not null => null,
        _ => SendingReason.NotRendered,
    };

    private async Task<IReadOnlyDictionary<string, AddressConsent>> KnownAsync(
        List<CustomerMember> members, CancellationToken cancellation)
    {
        var known = new Dictionary<string, AddressConsent>(StringComparer.Ordinal);
        var asked = members.Where(member => Campaigns.Any(campaign => campaign.Audience.LeavesOut(member) is null)).Select(KeyOf);
        foreach (var keys in asked.Distinct(StringComparer.Ordinal).Chunk(IConsents.Most))
        {
            foreach (var (key, consent) in await consents(keys, cancellation))
            {
                known[key] = consent;
            }
        }

        return known;
    }

    private static string KeyOf(CustomerMember member) => AddressKey.From(member.Endpoint);
}
