using Engagement.Definitions.Announcements;
using Engagement.Infra.Functions;
using Engagement.Infra.Ledgers;
using Engagement.Infra.Queues;
using Pulumi;

namespace Engagement.Infra.Platforms.Ses.CompanyEvents;

/// <summary>Campaigns on SES: a run in a table, and shares of the customers in a queue.</summary>
internal sealed class SesAnnouncements : IAnnouncements
{
    private readonly SesParts parts;

    public SesAnnouncements(SesParts parts, EventLedger ledger, Resource parent)
    {
        this.parts = parts;
        CampaignSender.Declare("send-campaign", parts, ledger, parent);
    }

    // What the launcher could not launch goes back to its queue by itself: nothing but messages and the schedule calls it here.
    /// <inheritdoc/>
    public Grant LaunchCampaigns(ReliableQueue retries) => Grant.Join(
        new(SesPlatform.Variable),
        parts.Sending.AllowRuns("CreateRuns", "dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:UpdateItem"),
        parts.CampaignShares.Send);

    /// <inheritdoc/>
    public IReadOnlyList<DeadLetterQueue> DeadLetterQueues => [parts.CampaignShares.Queue.DeadLetterQueue];

    /// <inheritdoc/>
    public void DeclareAlarms(string name, Resource parent) => CampaignAlarms.Declare(name, parent);

    /// <inheritdoc/>
    public IEventTrigger Connect(string name, HandlerFunction launcher, ReliableQueue retries, Resource parent) =>
        new QueueTrigger(retries);

    /// <inheritdoc/>
    public void LaunchOnDates(string name, Announcement announcement, Resource parent)
    {
        // The sweep reads the definitions, and starts what is due.
    }

    /// <inheritdoc/>
    public CampaignSteps LaunchBySteps(Announcement announcement) => SesCampaignSteps.Create(announcement, parts.Sending);
}
