using Engagement.Definitions;
using Engagement.Definitions.Reminders;
using Engagement.Pinpoint.Quotas;
using Engagement.Ses;

namespace Handlers.Tests.Definitions;

/// <summary>Which hours hold for which messages: those of a message's own, of all marketing, or of texts.</summary>
public sealed class ContactHoursTests : IDisposable
{
    private const string Journeys = """
        journeys:
          own: { event: signup, again: never, between: 10:00-18:00, steps: [{ send: plain }] }
          other: { event: signup, again: never, steps: [{ send: plain }] }
          essential: { event: signup, again: never, topic: service, steps: [{ send: plain }] }

        """;

    private static readonly AllowedHours Own = new(10 * 60, 18 * 60);
    private static readonly AllowedHours OfAll = new(9 * 60, 20 * 60);
    private static readonly AllowedHours OfTexts = new(8 * 60, 20 * 60);

    private readonly DefinitionFolder folder = new DefinitionFolder()
        .With("topics.yaml", "topics:\n  service: { description: Service, kind: transactional }\n")
        .With("journeys.yaml", $"between: 09:00-20:00\n{Journeys}")
        .With("templates/plain/subject.txt", "Plain\n")
        .With("templates/plain/email.html", "<p>Plain</p>\n")
        .With("templates/plain/email.txt", "Plain\n")
        .Edit("events.yaml", "events:", "dates: { attributes: [visit_at] }\nevents:")
        .With("reminders.yaml", "reminders:\n  visit: { date: visit_at, before: [P1D], template: plain }\n");

    [Fact]
    public void Announcements_and_journeys_of_marketing_have_the_hours_of_all_and_reminders_none()
    {
        var set = folder.Load(SesLimits.Definitions);
        Assert.Equal(OfAll, HoursOfAnnouncement(set));
        Assert.Equal([Own, OfAll, null], set.Journeys.Journeys.Select(journey => journey.Between));
        Assert.Null(set.Reminders.Reminders.Single().Between);
    }

    [Fact]
    public void A_transactional_announcement_comes_day_and_night()
    {
        folder.Edit("announcements.yaml", "via: journey", "via: journey\n    topic: service");
        Assert.Null(HoursOfAnnouncement(folder.Load(SesLimits.Definitions)));
    }

    [Fact]
    public void Without_hours_of_all_an_announcement_comes_day_and_night()
    {
        folder.With("journeys.yaml", Journeys);
        Assert.Null(HoursOfAnnouncement(folder.Load(SesLimits.Definitions)));
    }

    [Fact]
    public void An_announcement_with_a_text_has_the_hours_of_texts_unless_there_are_some_of_all()
    {
        folder.With("templates/news/sms.txt", "News\n");
        Assert.Equal(OfAll, HoursOfAnnouncement(folder.Load(SesLimits.Definitions)));
        folder.With("journeys.yaml", Journeys);
        Assert.Equal(OfTexts, HoursOfAnnouncement(folder.Load(SesLimits.Definitions)));
    }

    [Fact]
    public void Pinpoint_holds_no_announcement_and_says_what_to_do()
    {
        Assert.Equal(
            [
                "journeys.yaml:1:10: between: Pinpoint drops the messages of announcements outside their hours, and holds none; give each "
                    + "journey a 'between'. Hours of all marketing need engagement:platform: ses",
            ],
            folder.Errors(PinpointLimits.Definitions));
        folder.With("journeys.yaml", Journeys).With("templates/news/sms.txt", "News\n");
        Assert.Null(HoursOfAnnouncement(folder.Load(PinpointLimits.Definitions)));
    }

    public void Dispose() => folder.Dispose();

    private static AllowedHours? HoursOfAnnouncement(DefinitionSet set) =>
        set.Announcements.Announcements.Single().Campaigns.Single().Between;
}
