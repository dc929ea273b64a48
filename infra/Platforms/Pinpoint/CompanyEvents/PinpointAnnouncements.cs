using Engagement.CompanyEvents;
using Engagement.Definitions.Announcements;
using Engagement.Infra.Functions;
using Engagement.Infra.Ledgers;
using Engagement.Infra.Queues;
using Engagement.Pinpoint;
using Engagement.Pinpoint.Campaigns;
using Pulumi;

namespace Engagement.Infra.Platforms.Pinpoint.CompanyEvents;

/// <summary>
/// Campaigns on Pinpoint: a company endpoint whose events start journeys, and a hook that each campaign asks for its audience.
/// </summary>
internal sealed class PinpointAnnouncements : IAnnouncements
{
    private readonly PinpointParts parts;
    private readonly CompanyAudience company;
    private readonly AudienceFunctions filter;

    public PinpointAnnouncements(string name, PinpointParts parts, EventLedger ledger, Resource parent)
    {
        var asChild = new ComponentResourceOptions { Parent = parent };
        this.parts = parts;
        company = new CompanyAudience(ReservedNames.CompanyEndpoint, parts.Provisioner, asChild);
        filter = new AudienceFunctions($"{name}-audience", parts, ledger, asChild);
    }

    /// <inheritdoc/>
    public Grant LaunchCampaigns(ReliableQueue retries) => new(
    [
        PinpointPlatform.Variable,
        (PinpointEnvironment.ApplicationId, parts.App.ApplicationId),
        ("FILTER_FUNCTION_ARN", filter.Hook.Function.Arn),
        ("SEGMENT_IDS", NamedOutputs.ToJson(parts.Audience.Segments.Select(segment => KeyValuePair.Create(segment.Key, segment.Value.Id)))),
        ("TEMPLATE_PREFIX", PinpointEmailTemplate.Prefix),
        ("RETRY_QUEUE_URL", retries.Queue.Url),
        .. TextVariables,
    ])
    {
        // A journey waits for no second try: what is left of its call is queued.
        Statements = [new("TryAgain") { Actions = ["sqs:SendMessage"], Resources = [retries.Queue.Arn] }, .. parts.CreateCampaigns],
    };

    // What the launcher has to know of text messages, where there are any.
    private IEnumerable<(string Name, Input<string> Value)> TextVariables
    {
        get
        {
            var templates = parts.Audience.Templates.Where(template => template.Value.Sms is not null).ToList();
            var announcements = parts.Args.Definitions.Announcements.Announcements.Where(
                announcement => announcement.Campaigns.Any(
                    campaign => templates.Exists(template => template.Key == campaign.Template))).ToList();
            return announcements.Count == 0 ? [] :
            [
                ("TEMPLATE_CHANNELS", NamedOutputs.ToJson(templates.Select(
                    template => KeyValuePair.Create(template.Key, Output.Create(TemplateChannels.Write(template.Value.Channels)))))),
                ("TEXT_TYPES", NamedOutputs.ToJson(announcements.Select(
                    announcement => KeyValuePair.Create(announcement.Name, Output.Create(parts.TextTypeOf(announcement)))))),
            ];
        }
    }

    /// <inheritdoc/>
    public IReadOnlyList<DeadLetterQueue> DeadLetterQueues => [filter.Attributes.DeadLetterQueue];

    /// <inheritdoc/>
    public void DeclareAlarms(string name, Resource parent) => AudienceAlarms.Declare(name, parent);

    /// <inheritdoc/>
    public IEventTrigger Connect(string name, HandlerFunction launcher, ReliableQueue retries, Resource parent) =>
        new JourneyTrigger(name, parts, company, launcher, parent);

    /// <inheritdoc/>
    public void LaunchOnDates(string name, Announcement announcement, Resource parent) =>
        _ = new ScheduledAnnouncement(name, parts, announcement, filter, new ComponentResourceOptions { Parent = parent });

    /// <inheritdoc/>
    public CampaignSteps LaunchBySteps(Announcement announcement) => PinpointCampaignSteps.Create(announcement, parts, filter);
}
