using Engagement.Definitions.Announcements;
using Engagement.Infra.Iam;
using Engagement.Infra.Platforms.Pinpoint;
using Engagement.Infra.Platforms.Pinpoint.CompanyEvents;
using Pulumi;
using Aws = Pulumi.Aws;

namespace Engagement.Infra.CompanyEvents;

/// <summary>
/// Events of the whole company: a bus and a route that bring them, a ledger that remembers them, a journey, state machine or schedule for each
/// announcement, and what makes campaigns of them.
/// </summary>
internal sealed class CompanyEvents : ComponentResource
{
    public CompanyEvents(string name, CompanyEventsArgs args, ComponentResourceOptions? options = null)
        : base("engagement:companyEvents:CompanyEvents", name, options)
    {
        var asChild = new ComponentResourceOptions { Parent = this };
        Ledger = new EventLedger($"{name}-ledger", args.Settings.CompanyEvents, asChild);
        Company = new CompanyEndpoint(ReservedNames.CompanyEndpoint, args.Provisioner, asChild);
        Publisher = new EventPublisher("publish-company-event", args, Ledger, asChild);
        Api = new CompanyEventsApi($"{name}-api", args, Publisher.Function.Function, asChild);
        Filter = new AudienceFilter($"{name}-audience", args, Ledger, asChild);
        Launcher = new CampaignLauncher("launch-campaigns", args, Ledger, Filter, asChild);
        Overdue = new OverdueCheck($"{name}-overdue", Launcher.Function, asChild);
        _ = new CompanyEventAlarms($"{name}-alarms", asChild);
        // Declared whether or not an announcement needs it now: whoever subscribed to it keeps that when `via` is changed and changed back.
        Failures = CreateFailures($"{name}-failures");
        foreach (var announcement in args.Definitions.Announcements.Announcements)
        {
            Declare($"announcement-{announcement.Name}", announcement, args, asChild);
        }

        RegisterOutputs();
    }

    public EventLedger Ledger { get; }

    public CompanyEndpoint Company { get; }

    public EventPublisher Publisher { get; }

    public CompanyEventsApi Api { get; }

    public AudienceFilter Filter { get; }

    public CampaignLauncher Launcher { get; }

    public OverdueCheck Overdue { get; }

    /// <summary>Where state machines tell of what they could not launch; addresses and queues subscribe to it.</summary>
    public Aws.Sns.Topic Failures { get; }

    /// <summary>Those of the announcements with <c>via: stepFunctions</c>.</summary>
    public List<AnnouncementStateMachine> StateMachines { get; } = [];

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
                _ = new AnnouncementJourney(name, new()
                {
                    Announcement = announcement,
                    Provisioner = args.Provisioner,
                    Company = Company,
                    Launcher = Launcher.Function.Function,
                    Permission = Launcher.Permission,
                }, asChild);
                break;
            case AnnouncementRoute.Schedule:
                _ = new ScheduledAnnouncement(name, new()
                {
                    Announcement = announcement,
                    Provisioner = args.Provisioner,
                    Audience = args.Audience,
                    Hook = Filter.Hook.Function,
                    Permission = Filter.Permission,
                    From = args.Settings.Email?.FromAddress,
                }, asChild);
                break;
            default:
                StateMachines.Add(new AnnouncementStateMachine(name, new()
                {
                    Announcement = announcement,
                    Events = args,
                    Ledger = Ledger,
                    Filter = Filter,
                    Bus = Publisher.Bus,
                    Failures = Failures,
                }, asChild));
                break;
        }
    }
}
