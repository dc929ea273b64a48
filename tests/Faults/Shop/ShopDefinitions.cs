using Engagement.Local.Platforms;
using Faults.Tests.Invariants;

namespace Faults.Tests.Shop;

/// <summary>
/// Definitions of a shop whose messages all come within hours, in a folder of their own. Each message shows in its subject what it is of.
/// </summary>
internal sealed class ShopDefinitions : IDisposable
{
    /// <summary>The announcement by a journey, with a follow-up.</summary>
    public const string Release = "release";

    /// <summary>The announcement by a state machine, which also goes to customers who have unsubscribed.</summary>
    public const string Update = "update";

    /// <summary>The journey with a branch.</summary>
    public const string Onboarding = "onboarding";

    private const string Mark = "{{{Attributes.event_mark.[0]}}}";

    private static readonly (string Template, string Subject)[] Templates =
    [
        (Release, Mark), ("follow-up", Mark),
        (Update, Mark), ("sale", Mark),
        ("visit", "{{{User.UserAttributes.appointment_at.[0]}}}"), ("welcome", "welcome"), ("tips", "tips"), ("thanks", "thanks"),
        ("help", "help"), ("next", "next"),
    ];

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("definitions-");

    public ShopDefinitions()
    {
        Write("events.yaml", Events);
        Write("segments.yaml", Segments);
        Write("topics.yaml", Topics);
        Write("reminders.yaml", Reminders);
        Deploy(new());
    }

    /// <summary>The folder.</summary>
    public string Path => folder.FullName;

    /// <summary>Writes what deployments change.</summary>
    public void Deploy(Edition edition)
    {
        foreach (var (template, subject) in Templates)
        {
            Write($"templates/{template}/subject.txt", subject);
            Write($"templates/{template}/email.html", $"<p>{template} {edition.Number}</p>");
            Write($"templates/{template}/email.txt", $"{template} {subject}");
        }

        Write("announcements.yaml", Announcements(edition));
        Write("journeys.yaml", Journeys(edition));
    }

    /// <summary>The campaigns of an announcement.</summary>
    public static IReadOnlyList<string> CampaignsOf(string announcement) =>
        announcement == Release ? ["premium", "standard", "follow-up"] : ["premium", "standard"];

    /// <summary>Whether a campaign is for premium customers, or for others.</summary>
    public static bool IsFor(string campaign, bool isPremium) => (campaign != "standard") == isPremium;

    /// <summary>Whether a message is of marketing.</summary>
    public static bool IsMarketing(MessageOrigin? origin) =>
        origin?.Name is Release or "welcome" || origin?.Name.StartsWith("sale", StringComparison.Ordinal) == true;

    /// <summary>What a customer gets after an event, each once.</summary>
    public static IReadOnlyList<string> MessagesAfter(string eventType) => eventType switch
    {
        "signup" => [Occasions.Journey("welcome", "welcome"), Occasions.Journey("welcome", "tips")],
        "bought" => [Occasions.Journey("thanks", "thanks")],
        "started" => [Onboarding],
        _ => [],
    };

    public void Dispose() => folder.Delete(recursive: true);

    private void Write(string file, string text)
    {
        var path = System.IO.Path.Combine(Path, file);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    private const string Events = """
        acceptUnknownEvents: false
        dates:
          attributes: [appointment_at]
          hour: 9
          zone: UTC
        events:
          page_view:
            description: A visitor saw a page.
            identity: anonymous
            attributes: [page]
            metrics: [seconds]
          signup:
            description: A visitor asked for the newsletter.
            identity: anonymous
          started:
            description: A subscription began.
            identity: signed
          used:
            description: A subscriber used the service.
            identity: signed
          bought:
            description: An order was paid.
            identity: anonymous
          profile_saved:
            description: A customer saved the profile.
            identity: signed
            userAttributes: [appointment_at, plan, city]
        """;

    private const string Segments = """
        customers:
          userAttributes: [tier]
        segments:
          premium:
            description: Premium customers.
            where:
              userAttributes: { tier: { in: [premium] } }
              channel: { in: [EMAIL] }
          standard:
            description: Standard customers.
            where:
              userAttributes: { tier: { in: [standard] } }
              channel: { in: [EMAIL] }
        """;

    private const string Topics = """
        topics:
          news:
            description: News
            kind: marketing
          service:
            description: What changes in the service
            kind: transactional
        """;

    private const string Reminders = """
        reminders:
          visit:
            description: The customer has an appointment.
            date: appointment_at
            before: [PT2H, PT1H]
            template: visit
            topic: service
        """;

    private static string Announcements(Edition edition) => $$$"""
        announcements:
          release:
            description: A feature is there.
            via: journey
            topic: news
            attributes: { mark: text }
            campaigns:
              - { name: premium, segment: premium, template: release, set: { last_release: "{{mark}}" } }
              - { name: standard, segment: standard, template: release }
              - { name: follow-up, segment: premium, template: follow-up, after: PT20M }
          update:
            description: The service is updated.
            via: stepFunctions
            topic: service
            attributes: { mark: text }
            campaigns:
              - { name: premium, segment: premium, template: update }
              - { name: standard, segment: standard, template: update }
          {{{edition.Sale}}}:
            description: Prices are lower from a day on.
            via: schedule
            topic: news
            at: {{{edition.SaleAt}}}
            attributes: { mark: text }
            values: { mark: sale }
            campaigns:
              - { name: premium, segment: premium, template: sale }
        """;

    private static string Journeys(Edition edition) => $$$"""
        journeys:
          welcome:
            description: A visitor asked for the newsletter.
            event: signup
            again: never
            until: [bought]
            topic: news
            steps:
              - send: welcome
              - wait: PT{{{edition.WaitMinutes}}}M
              - send: tips
          thanks:
            description: An order was paid.
            event: bought
            again: P1D
            topic: service
            steps:
              - send: thanks
          onboarding:
            description: A subscription began.
            event: started
            again: always
            topic: service
            steps:
              - wait: PT60M
              - if: { did: used }
                then:
                  - send: next
                else:
                  - send: help
        """;
}
