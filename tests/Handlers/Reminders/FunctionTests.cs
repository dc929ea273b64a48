using System.Text.Json;
using System.Text.Json.Nodes;
using Engagement.CompanyEvents;
using Engagement.Definitions.Reminders;
using Engagement.Functions;
using Engagement.Pinpoint.Journeys;
using Engagement.Pinpoint.Reminders;
using Engagement.Reminders;
using Engagement.Services;
using Engagement.Times;
using Handlers.Tests.AwsSdk;
using Handlers.Tests.CompanyEvents;
using SelectReminders;
using SlideReminders;
using Output = Handlers.Tests.CompanyEvents.Telemetry;

namespace Handlers.Tests.Reminders;

/// <summary>What Lambda hands to both functions, and what they hand on.</summary>
public class FunctionTests
{
    private static readonly ReminderCatalog Catalog = ReminderCatalog.Parse(
        "reminders: { visit: { date: at, before: [PT2H], template: t } }",
        "reminders.yaml");
    private static readonly ReminderMessage Message = ReminderMessage.From(Catalog).Single();
    private static readonly DateTimeOffset Hour = new(2026, 1, 31, 10, 0, 0, TimeSpan.Zero);

    private readonly Output output = new();

    [Fact]
    public async Task Journey_is_answered_for_those_who_are_due_alone()
    {
        var ledger = new FakeReminderLedger();
        await ledger.TryAdvanceAsync(Message.Name, new(Hour, null), default);
        var answer = await SelectAsync(
            ledger,
            Invocation.Json("""
                {"ApplicationId":"a","JourneyId":"j","Data":"visit.PT2H","Endpoints":{
                  "due":{"User":{"UserAttributes":{"at":["2026-01-31T12:30:00Z"]}}},
                  "later":{"User":{"UserAttributes":{"at":["2026-01-31T13:30:00Z"]}}},
                  "removed":{"User":{"UserAttributes":{"at":[]}}},
                  "broken":{"User":{"UserAttributes":{"at":["\ud800"],"\ud800":["x"]}}},
                  "\ud800":{"User":{"UserAttributes":{"at":["2026-01-31T12:30:00Z"]}}},
                  "due":{"User":{"UserAttributes":{"at":["2026-01-31T12:30:00Z"],"at":["2026-01-31T12:30:00Z"]}}},
                  "nobody":{"Address":"x@example.com"}}}
                """));

        Assert.Equal("""{"due":{"EventAttributes":{"send":"yes"}}}""", answer.ToJsonString());
        Assert.DoesNotContain("due\":", output.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"Data":"visit.P1D","Endpoints":{}}""", 1)]
    [InlineData("""{"Endpoints":{}}""", 1)]
    [InlineData("[]", 1)]
    [InlineData("""{"Data":"visit.PT2H","Endpoints":{"a":{"User":{"UserAttributes":{"at":["2026-01-31T12:30:00Z"]}}}}}""", 0)]
    public async Task Nobody_is_chosen_for_an_unknown_message_or_before_the_first_hour(string payload, int unknown)
    {
        Assert.Empty(await SelectAsync(new FakeReminderLedger(), Invocation.Json(payload)));
        Assert.Equal(unknown, output.Metric("RemindersUnknown"));
    }

    [Fact]
    public async Task Segment_is_moved_within_its_base_to_whole_seconds()
    {
        await using var service = new LoopbackService(new ScriptedAnswer(200, """{"Id":"s"}"""));
        await SlideAsync(service, new("s", "b"), new ScheduledEvent(Hour.AddMinutes(3)));

        var request = service.Request;
        Assert.Equal("/v1/apps/app/segments/s", request.Path);
        var group = request.Json.GetProperty("SegmentGroups").GetProperty("Groups")[0];
        Assert.Equal("b", group.GetProperty("SourceSegments")[0].GetProperty("Id").GetString());
        Assert.Equal(
            """{"at":{"AttributeType":"BETWEEN","Values":["2026-01-31T11:00:00Z","2026-01-31T13:00:00Z"]}}""",
            group.GetProperty("Dimensions")[0].GetProperty("UserAttributes").GetRawText());
        Assert.Equal((1, 1), (output.Metric("PinpointCalls"), output.Metric("RemindersSlid")));
    }

    [Fact]
    public async Task Payload_without_a_time_is_refused()
    {
        await using var service = new LoopbackService();
        await Assert.ThrowsAsync<ArgumentException>(() => SlideAsync(service, new("s"), new ScheduledEvent(null)));
        Assert.Empty(service.Requests);
    }

    [Fact]
    public async Task Message_without_a_segment_fails_and_says_what_to_do()
    {
        await using var service = new LoopbackService();
        var exception = await Assert.ThrowsAsync<ServiceException>(() => SlideAsync(service, null, new ScheduledEvent(Hour)));
        Assert.Equal("SEGMENTS names no segment of 'visit.PT2H'; deploy the stack", exception.Message);
    }

    private async Task<JsonObject> SelectAsync(FakeReminderLedger ledger, JsonElement payload)
    {
        using var deadline = output.Deadline();
        return await new ReminderJourney(new CustomerSelector(Catalog, CustomerZone.Utc, ledger, output.Log, output.Metrics))
            .AnswerAsync(payload, deadline);
    }

    private async Task SlideAsync(LoopbackService service, SlidingSegment? segment, ScheduledEvent scheduled)
    {
        Dictionary<string, SlidingSegment> segments = segment is null ? [] : new() { [Message.Name] = segment };
        var pinpoint = new PinpointReminderSegments(Clients.Pinpoint(service), "app", segments, output.Calls());
        using var deadline = output.Deadline();
        await new SlideRemindersHandler(new ReminderSweep(Catalog, new FakeReminderLedger(), pinpoint, output.Log, output.Metrics))
            .HandleAsync(scheduled, deadline);
    }
}
