using Engagement.Definitions.Announcements;
using Engagement.Infra.Iam;
using Engagement.Infra.Ledgers;
using Engagement.Infra.Platforms;
using Engagement.Infra.Queues;
using Pulumi;
using Aws = Pulumi.Aws;

namespace Engagement.Infra.CompanyEvents;

/// <summary>
/// Events of the whole company. A bus and a route bring them, a ledger remembers them, and the platform tells customers. Each announcement
/// goes by a journey, a state machine or dates.
/// </summary>
internal sealed class CompanyEventPipeline : ComponentResource
{
    private readonly IAnnouncements campaigns;
    private readonly PublisherFunction publisher;
    private readonly LauncherFunction launcher;
    private readonly OverdueCheck overdue;

    public CompanyEventPipeline(string name, CompanyEventsArgs args, ComponentResourceOptions? options = null)
        : base("engagement:companyEvents:CompanyEvents", name, options)
    {
        var asChild = new ComponentResourceOptions { Parent = this };
        var ledger = new EventLedger($"{name}-ledger", args.Settings.Ledgers, asChild);
        campaigns = args.Platform.DeclareAnnouncements(name, ledger, this);
        // Declared whether or not an announcement needs it now, so that subscriptions survive a change of `via` and back.
        Failures = CreateFailures($"{name}-failures");
        var machines = Via(AnnouncementRoute.StepFunctions, args).ToDictionary(
            announcement => announcement.Name,
            announcement => CreateMachine(announcement, args, ledger, asChild).Machine,
            StringComparer.Ordinal);
        launcher = new LauncherFunction("launch-campaigns", args, ledger, campaigns, asChild);
        publisher = new PublisherFunction("publish-company-event", args, ledger, launcher.Trigger, machines, asChild);
        Api = new CompanyEventsApi($"{name}-api", args, publisher.Function.Function, asChild);
        overdue = new OverdueCheck($"{name}-overdue", launcher.Function, asChild);
        _ = new CompanyEventAlarms($"{name}-alarms", campaigns, asChild);
        foreach (var announcement in Via(AnnouncementRoute.Journey, args))
        {
            launcher.Trigger.LaunchOnEvent(NameOf(announcement), announcement, this);
        }

        foreach (var announcement in Via(AnnouncementRoute.Schedule, args))
        {
            campaigns.LaunchOnDates(NameOf(announcement), announcement, this);
        }

        RegisterOutputs();
    }

    public CompanyEventsApi Api { get; }

    /// <summary>The bus that company events are put on.</summary>
    public Aws.CloudWatch.EventBus Bus => publisher.Bus.Bus;

    /// <summary>Where state machines tell of what they could not launch; addresses and queues subscribe to it.</summary>
    public Aws.Sns.Topic Failures { get; }

    /// <summary>The queues of what could not be done.</summary>
    public IEnumerable<DeadLetterQueue> DeadLetterQueues =>
    [
        publisher.Bus.Undelivered,
        publisher.Failed,
        launcher.Retries.DeadLetterQueue,
        .. campaigns.DeadLetterQueues,
        overdue.Call.GivenUp,
    ];

    private static string NameOf(Announcement announcement) => $"announcement-{announcement.Name}";

    private static IEnumerable<Announcement> Via(AnnouncementRoute route, CompanyEventsArgs args) =>
        args.Definitions.Announcements.Announcements.Where(announcement => announcement.Via == route);

    private Aws.Sns.Topic CreateFailures(string name)
    {
        var topic = new Aws.Sns.Topic(name, new() { KmsMasterKeyId = "alias/aws/sns" }, new CustomResourceOptions { Parent = this });
        _ = new Aws.Sns.TopicPolicy($"{name}-policy", new()
        {
            Arn = topic.Arn,
            // The roles of the state machines say which may publish.
            Policy = PolicyDocument.Allow(Statement.OnlyOverTls("sns:Publish", topic.Arn)),
        }, new CustomResourceOptions { Parent = this });
        return topic;
    }

    private AnnouncementStateMachine CreateMachine(
        Announcement announcement, CompanyEventsArgs args, EventLedger ledger, ComponentResourceOptions asChild) => new(
        NameOf(announcement),
        new()
        {
            Announcement = announcement,
            Steps = campaigns.LaunchBySteps(announcement),
            Ledger = ledger,
            Failures = Failures,
            LogRetentionDays = args.Settings.Handlers.LogRetentionDays,
        },
        asChild);
}
