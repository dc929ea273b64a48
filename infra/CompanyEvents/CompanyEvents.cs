using Engagement.Definitions.Announcements;
using Engagement.Infra.Configuration;
using Pulumi;

namespace Engagement.Infra.CompanyEvents;

/// <summary>
/// Events of the whole company: a bus that brings them, a ledger that remembers them, a journey or schedule for each announcement, and the
/// functions that make campaigns of them.
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
        Filter = new AudienceFilter($"{name}-audience", args, Ledger, asChild);
        Launcher = new CampaignLauncher("launch-campaigns", args, Ledger, Filter, asChild);
        _ = new OverdueCheck($"{name}-overdue", Launcher.Function, asChild);
        _ = new CompanyEventAlarms($"{name}-alarms", asChild);
        foreach (var announcement in args.Definitions.Announcements.Announcements)
        {
            Declare($"announcement-{announcement.Name}", announcement, args, asChild);
        }

        RegisterOutputs();
    }

    public EventLedger Ledger { get; }

    public CompanyEndpoint Company { get; }

    public EventPublisher Publisher { get; }

    public AudienceFilter Filter { get; }

    public CampaignLauncher Launcher { get; }

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
                // Declaring nothing would leave an announcement that reaches nobody.
                throw new ConfigurationException(
                    $"announcements.yaml: announcements.{announcement.Name}.via: stepFunctions has no state machine yet; use journey, or schedule.");
        }
    }
}
