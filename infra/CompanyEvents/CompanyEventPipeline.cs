using Engagement.Definitions.Announcements;
using Engagement.Infra.Iam;
using Engagement.Infra.Ledgers;
using Engagement.Infra.Platforms;
using Engagement.Infra.Queues;
using Pulumi;
using Aws = Pulumi.Aws;

namespace Engagement.Infra.CompanyEvents;

/// <summary>
/// Events of the whole company: a bus and a route that bring them, a ledger that remembers them, a journey, state machine or schedule for each
/// announcement, and what makes campaigns of them.
/// </summary>
internal sealed class CompanyEventPipeline : ComponentResource
{
    public CompanyEventPipeline(string name, CompanyEventsArgs args, ComponentResourceOptions? options = null)
        : base("engagement:companyEvents:CompanyEvents", name, options)
    {
        var asChild = new ComponentResourceOptions { Parent = this };
        Ledger = new EventLedger($"{name}-ledger", args.Settings.Ledgers, asChild);
        Campaigns = args.Platform.DeclareCampaigns(name, Ledger, this);
        Publisher = new EventPublisher("publish-company-event", args, Ledger, Campaigns, asChild);
        Api = new CompanyEventsApi($"{name}-api", args, Publisher.Function.Function, asChild);
        Launcher = new CampaignLauncher("launch-campaigns", args, Ledger, Campaigns, asChild);
        Overdue = new OverdueCheck($"{name}-overdue", Launcher.Function, asChild);
        _ = new CompanyEventAlarms($"{name}-alarms", asChild);
        // Declared whether or not an announcement needs it now, so that subscriptions survive a change of `via` and back.
        Failures = CreateFailures($"{name}-failures");
        foreach (var announcement in args.Definitions.Announcements.Announcements)
        {
            Declare($"announcement-{announcement.Name}", announcement, args, asChild);
        }

        RegisterOutputs();
    }

    public EventLedger Ledger { get; }

    public EventPublisher Publisher { get; }

    public CompanyEventsApi Api { get; }

    /// <summary>How customers are told.</summary>
    public ICampaigns Campaigns { get; }

    public CampaignLauncher Launcher { get; }

    public OverdueCheck Overdue { get; }

    /// <summary>Where state machines tell of what they could not launch; addresses and queues subscribe to it.</summary>
    public Aws.Sns.Topic Failures { get; }

    /// <summary>Those of the announcements with <c>via: stepFunctions</c>.</summary>
    public List<AnnouncementStateMachine> StateMachines { get; } = [];

    /// <summary>The queues of what could not be done.</summary>
    public IEnumerable<DeadLetterQueue> DeadLetterQueues =>
    [
        Publisher.Bus.Undelivered,
        Publisher.Failed,
        Launcher.Retries.DeadLetterQueue,
        .. Campaigns.DeadLetterQueues,
        Overdue.Call.GivenUp,
        .. StateMachines.Select(machine => machine.Trigger.Undelivered),
    ];

    private Aws.Sns.Topic CreateFailures(string name)
    {
        var topic = new Aws.Sns.Topic(name, new() { KmsMasterKeyId = "alias/aws/sns" }, new CustomResourceOptions { Parent = this });
        _ = new Aws.Sns.TopicPolicy($"{name}-policy", new()
        {
            Arn = topic.Arn,
            // Who may publish is said by the roles of the state machines.
            Policy = PolicyDocument.Allow(Statement.OnlyOverTls("sns:Publish", topic.Arn)),
        }, new CustomResourceOptions { Parent = this });
        return topic;
    }

    private void Declare(string name, Announcement announcement, CompanyEventsArgs args, ComponentResourceOptions asChild)
    {
        switch (announcement.Via)
        {
            case AnnouncementRoute.Journey:
                Campaigns.LaunchOnEvent(name, announcement, Launcher.Function, Launcher.Connection, this);
                break;
            case AnnouncementRoute.Schedule:
                Campaigns.LaunchOnDates(name, announcement, this);
                break;
            default:
                StateMachines.Add(new AnnouncementStateMachine(name, new()
                {
                    Announcement = announcement,
                    Steps = Campaigns.LaunchBySteps(announcement),
                    Ledger = Ledger,
                    Bus = Publisher.Bus,
                    Failures = Failures,
                    LogRetentionDays = args.Settings.Handlers.LogRetentionDays,
                }, asChild));
                break;
        }
    }
}
