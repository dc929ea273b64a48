using Engagement.Definitions.Reminders;
using Engagement.Ses;

namespace Handlers.Tests.Definitions;

public sealed class ReminderErrorTests : IDisposable
{
    private readonly DefinitionFolder folder = new DefinitionFolder()
        .With("events.yaml", "dates: { attributes: [due] }\nevents:\n  signup: { identity: signed, userAttributes: [plan, due] }\n")
        .With("reminders.yaml", "reminders:\n  x: { date: due, before: [P1D], template: news, segment: premium, skipIf: { plan: [free] } }\n")
        .With("templates/news/email.html", "<p>{{User.UserAttributes.due_text.[0]}} {{User.UserAttributes.tz.[0]}}</p>\n");

    public static TheoryData<string, string> BrokenReminders => new()
    {
        { "before: [P1D], template: t", "2:6: reminders.x.date: is missing; a user attribute of dates.attributes in events.yaml" },
        { "date: d, template: t", "2:6: reminders.x.before: is missing; it says how long before the date each message comes, such as [P7D, PT2H]" },
        { "date: d, before: [], template: t", "2:25: reminders.x.before: is empty; at least one duration is needed" },
        { "date: d, before: P1D, template: t", "2:25: reminders.x.before: a list of values is expected, not a text" },
        { "date: d, before: [P1M], template: t", "2:26: reminders.x.before[0]: 'P1M' is no duration; ISO 8601 with weeks, days or hours is expected, such as P7D or PT2H" },
        { "date: d, before: [PT30M], template: t", "2:26: reminders.x.before[0]: 'PT30M' is not a number of whole hours from PT1H to P365D" },
        { "date: d, before: [P366D], template: t", "2:26: reminders.x.before[0]: 'P366D' is not a number of whole hours from PT1H to P365D" },
        { "date: d, before: [P1D, PT24H], template: t", "2:31: reminders.x.before[1]: 'PT24H' is as long as another one" },
        { "date: d, before: [P1D, P1D], template: t", "2:31: reminders.x.before[1]: 'P1D' is given twice; first on line 2" },
        { "date: d, before: [P1D]", "2:6: reminders.x.template: is missing; a folder of templates/" },
        { "date: d, before: [P1D], template: t, between: 9-20", "2:54: reminders.x.between: '9-20' is not like 09:00-20:00; the day ends at 24:00" },
        { "date: d, before: [P1D], template: t, between: 20:00-09:00", "2:54: reminders.x.between: '20:00-09:00' does not allow two hours of one day: reminders go out hour by hour, and zones may be half an hour off" },
        { "date: d, before: [P1D], template: t, skipIf: { renewed: [] }", "2:64: reminders.x.skipIf.renewed: is empty; at least one value is needed" },
        { "date: d, before: [P1D], template: t, befor: x", "2:45: reminders.x.befor: unknown key; did you mean 'before'?" },
    };

    [Theory]
    [MemberData(nameof(BrokenReminders))]
    public void Problem_is_named_with_file_line_column_and_key(string reminder, string error) =>
        Assert.Equal(
            [$"reminders.yaml:{error}"],
            DefinitionErrors.Of(() => ReminderCatalog.Parse($"reminders:\n  x: {{ {reminder} }}\n", "reminders.yaml")));

    [Fact]
    public void Reminder_without_a_mistake_is_read_whole()
    {
        var reminder = ReminderCatalog.Parse("reminders: { x: { description: d, date: due, before: [PT2H, P1W], template: t, segment: s, skipIf: { a: [b] }, between: 09:30-24:00 } }", "r.yaml").Find("x")!;
        Assert.Equal(
            ("d", "due", "t", "s", new AllowedHours(570, 1_440)),
            (reminder.Description, reminder.Date, reminder.Template, reminder.Segment, reminder.Between));
        Assert.Equal(["P7D", "PT2H"], reminder.Before.Select(Reminder.NameOf));
    }

    [Theory]
    [InlineData("", 480, 1_200)]
    [InlineData(", between: 00:00-24:00", 0, 1_440)]
    [InlineData(", topic: appointments", null, null)]
    public void A_text_that_is_marketing_comes_by_day_unless_the_reminder_says_otherwise(string more, int? from, int? to)
    {
        folder.With("topics.yaml", "topics: { appointments: { description: d, kind: transactional } }\n")
            .With("templates/text/sms.txt", "x")
            .With("reminders.yaml", $"reminders:\n  x: {{ date: due, before: [P1D], template: text{more} }}\n");
        var between = folder.Load().Reminders.Find("x")!.Between;
        Assert.Equal((from, to), (between?.FromMinute, between?.ToMinute));
    }

    [Fact]
    public void One_reminder_by_two_channels_needs_a_platform_that_mixes_them()
    {
        folder.With("templates/news/sms.txt", "x");
        Assert.Equal(
            [
                "reminders.yaml:2:44: reminders.x.template: 'news' has an e-mail and an sms.txt; Pinpoint sends a reminder by one of the two. "
                    + "Write two reminders, with a template each",
            ],
            folder.Errors());
        Assert.Empty(folder.Errors(SesLimits.Definitions));
    }

    [Fact]
    public void Folder_without_a_mistake_is_read_whole() => Assert.Equal("x", Assert.Single(folder.Load().Reminders.Reminders).Name);

    [Theory]
    [InlineData("date: due", "date: duee", "2:14: reminders.x.date: 'duee' is not among dates.attributes of events.yaml, so that it would not be stored as an instant; did you mean 'due'?")]
    [InlineData("template: news", "template: new", "2:44: reminders.x.template: 'new' is no folder of templates/; did you mean 'news'?")]
    [InlineData("segment: premium", "segment: premum", "2:59: reminders.x.segment: 'premum' is no segment of segments.yaml; did you mean 'premium'?")]
    [InlineData("plan: [free]", "plam: [free]", "2:78: reminders.x.skipIf.plam: nobody sets the user attribute 'plam'; did you mean 'plan'?")]
    public void Reminder_names_nothing_that_is_not_there(string right, string wrong, string error) =>
        Assert.Equal([$"reminders.yaml:{error}"], folder.Edit("reminders.yaml", right, wrong).Errors());

    [Fact]
    public void More_journeys_than_Pinpoint_takes_are_refused() => Assert.Equal(
        ["reminders.yaml: 50 reminders, each with a journey of its own, and 1 announcements with 'via: journey'; Pinpoint takes at most 50 active journeys an account"],
        folder.Edit("reminders.yaml", "[P1D]", $"[{string.Join(", ", Enumerable.Range(1, 50).Select(hours => $"PT{hours}H"))}]").Errors());

    [Theory]
    [InlineData("dates: { attributes: [due], hour: 24 }", "events.yaml:1:35: dates.hour: a whole number from 0 to 23 is expected")]
    [InlineData("dates: { attributes: [due], zone: Berlin }", "events.yaml:1:35: dates.zone: 'Berlin' is no IANA time zone; one such as Europe/Berlin is expected")]
    [InlineData("dates: { attributes: [due, plan, plan] }", "events.yaml:1:34: dates.attributes[2]: 'plan' is given twice; first on line 1")]
    public void Dates_that_are_wrong_are_named(string dates, string error) =>
        Assert.Equal([error], folder.Edit("events.yaml", "dates: { attributes: [due] }", dates).Errors());

    public void Dispose() => folder.Dispose();
}
