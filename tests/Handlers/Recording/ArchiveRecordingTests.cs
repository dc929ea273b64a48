using System.Globalization;
using Engagement;
using Engagement.Customers;
using Engagement.Definitions.Journeys;
using Engagement.Definitions.Topics;
using Engagement.Functions;
using Engagement.Journeys;
using Engagement.Pixel;
using Engagement.Pixel.Recording;
using Engagement.Services;
using Engagement.Ses.Events;
using Engagement.Times;
using FsCheck;
using FsCheck.Fluent;
using Output = Handlers.Tests.CompanyEvents.Telemetry;

namespace Handlers.Tests.Recording;

/// <summary>Recording where the stack keeps customers itself.</summary>
public class ArchiveRecordingTests
{
    private static readonly DateTimeOffset Start = new(2026, 1, 31, 9, 30, 0, 250, TimeSpan.Zero);

    private readonly Output output = new();
    private readonly FakeArchive archive = new();
    private readonly FakeCustomers customers = new();
    private readonly FakeJourneys journeys = new();

    [Fact]
    public async Task Events_are_lines_of_one_record_without_what_they_say_of_the_user()
    {
        var anonymous = Event(1) with
        {
            Attributes = new Dictionary<string, string> { ["plan"] = "pro\n\"é" },
            Metrics = new Dictionary<string, double> { ["price"] = 19.9 },
        };
        Assert.Empty(await RecordAsync(Pending(anonymous), Pending(Event(2))));
        Assert.Empty(await RecordAsync(Pending(Signed(3, "ada", "secret"))));
        Assert.Equal([1, 1], archive.Calls.Select(records => records.Count));
        Assert.Equal(
            [
                """{"id":"r1","at":"2026-01-31T09:30:01.250Z","type":"signup","endpoint":"e1","attributes":{"plan":"pro\n\u0022\u00E9"},"metrics":{"price":19.9}}""",
                """{"id":"r2","at":"2026-01-31T09:30:02.250Z","type":"signup","endpoint":"e2","attributes":{},"metrics":{}}""",
                """{"id":"r3","at":"2026-01-31T09:30:03.250Z","type":"signup","endpoint":"e3","customer":"ada","attributes":{},"metrics":{}}""",
            ],
            archive.Lines.Select(line => line.ToJsonString()));
        Assert.Equal(3, output.Metric("EventsRecorded"));
    }

    [Fact]
    public async Task Update_has_the_events_time_and_id_and_an_empty_text_removes()
    {
        await RecordAsync(Pending(Signed(1, "ada", "")), Pending(Signed(2, null, "gold", endpoint: "E1")), Pending(Event(3)));
        var updates = Assert.Single(customers.Applied);
        Assert.Equal([new(Start.AddSeconds(1), "r1"), new(Start.AddSeconds(2), "r2")], updates.Select(update => update.Stamp));
        Assert.Equal(["ada", null], updates.Select(update => update.UserId));
        Assert.Empty(updates[0].UserAttributes["tier"]);
        Assert.Equal(["gold"], updates[1].UserAttributes["tier"]);
    }

    [Theory]
    [InlineData(ServiceFailure.Throttled, "archiveThrottled")]
    [InlineData(ServiceFailure.Failed, "archiveFailed")]
    [InlineData(ServiceFailure.Denied, "archiveDenied")]
    [InlineData(ServiceFailure.Refused, "archiveRefused")]
    public async Task Events_that_the_archive_did_not_take_go_back(ServiceFailure failure, string reason)
    {
        archive.Takes = _ => throw new ServiceException(failure, "Archive: X");
        Assert.Equal(["m1", "m1b", "m2"], await RecordAsync(Pending(Event(1), "m1", "m1b"), Pending(Event(2), "m2")));
        Assert.Equal((0, 3), (output.Metric("EventsRecorded"), output.Metric("EventsReturned", reason)));
        Assert.Equal(
            "The archive did not take the events: Archive: X. They go back to the queue.",
            (string?)output.Lines("sendFailed").Single()["message"]);
    }

    [Fact]
    public async Task Only_the_events_of_a_record_that_was_not_taken_go_back()
    {
        var events = Enumerable.Range(0, 4_000).Select(i => Pending(Large(i), $"m{i}")).ToArray();
        var refused = new List<string>();
        archive.Takes = record =>
        {
            if (record.Events[0].Event.Event.RequestId == "r0")
            {
                refused.AddRange(record.Events.SelectMany(each => each.Event.MessageIds));
                return false;
            }

            return true;
        };
        var returned = await RecordAsync(events);
        Assert.Equal(refused, returned);
        Assert.Equal(4_000 - refused.Count, output.Metric("EventsRecorded"));
        Assert.InRange(refused.Count, 1, 3_999);
    }

    [Fact]
    public async Task Records_and_calls_keep_to_the_archives_limits_and_are_few()
    {
        await RecordAsync([.. Enumerable.Range(0, 10_000).Select(i => Pending(Large(i)))]);
        var bytes = archive.Calls.Sum(records => records.Sum(record => record.Lines.Length));
        Assert.All(archive.Calls, records => Assert.InRange(records.Sum(record => record.Lines.Length), 1, 4_000_000));
        Assert.All(archive.Calls.SelectMany(records => records), record => Assert.InRange(record.Lines.Length, 1, 1_024_000));
        Assert.InRange(archive.Calls.Count, 1, (bytes / 2_500_000) + 1);
        Assert.Equal(Enumerable.Range(0, 10_000).Select(i => $"r{i}"), archive.Lines.Select(line => (string?)line["id"]));
    }

    [Theory]
    [InlineData(ServiceFailure.Throttled, "customersThrottled")]
    [InlineData(ServiceFailure.Failed, "customersFailed")]
    public async Task Event_whose_update_is_not_stored_goes_back_and_is_not_archived(ServiceFailure failure, string reason)
    {
        customers.Failure = updates => updates[0].EndpointId == "e1" ? failure : null;
        Assert.Equal(
            ["m"], await RecordAsync(Pending(Signed(1, "ada", "x")), Pending(Signed(2, "bob", "y"), "m2"), Pending(Event(3), "m3")));
        Assert.Equal(["r3", "r2"], archive.Lines.Select(line => (string?)line["id"]));
        Assert.Equal(1, output.Metric("EventsReturned", reason));
        Assert.Equal("1", (string?)output.Lines("updateFailed").Single()["events"]);
    }

    [Fact]
    public async Task Refused_update_is_told_of_and_its_event_archived_and_the_others_of_the_endpoint_are_stored()
    {
        customers.Failure = updates => updates.Any(update => update.UserId == "ada") ? ServiceFailure.Refused : null;
        Assert.Empty(await RecordAsync(Pending(Signed(1, "ada", "x", "e")), Pending(Signed(2, "bob", "y", "e"))));
        Assert.Equal("bob", Assert.Single(Assert.Single(customers.Applied)).UserId);
        Assert.Equal(2, archive.Lines.Count);
        Assert.Equal("r1", (string?)output.Lines("endpointRefused").Single()["id"]);
        Assert.Equal(
            (2, 1, 1),
            (output.Metric("EventsRecorded"), output.Metric("EventsRecordedInPart"), output.Metric("EndpointsRefused")));
    }

    [Fact]
    public async Task When_time_runs_out_the_rest_goes_back_unsent()
    {
        customers.Failure = _ =>
        {
            output.Time.Advance(TimeSpan.FromSeconds(28));
            return null;
        };
        var signed = Enumerable.Range(0, 20).Select(i => Pending(Signed(i, "ada", "x"), $"m{i}"));
        var returned = await RecordAsync([.. signed, Pending(Event(99), "m99")]);
        Assert.Equal(20, returned.Count);
        Assert.Equal("r99", (string?)Assert.Single(archive.Lines)["id"]);
        Assert.Equal((1, 20), (output.Metric("EventsRecorded"), output.Metric("EventsReturned", "outOfTime")));
    }

    [Fact]
    public void Nothing_is_lost_and_a_line_is_there_twice_only_for_a_lost_answer() => Prop.ForAll(
        Gen.Choose(0, int.MaxValue).ToArbitrary(),
        seed =>
        {
            var random = new Random(seed);
            var waiting = Enumerable.Range(0, 40)
                .Select(i => Pending(i % 3 == 0 ? Event(i) : Signed(i, random.Next(2) == 0 ? "ada" : null, $"v{i}", $"e{i % 5}"), $"m{i}"))
                .ToList();
            var lost = new Dictionary<string, int>();
            var test = new ArchiveRecordingTests();
            test.customers.Failure = _ => random.Next(3) == 0 ? ServiceFailure.Failed : null;
            test.archive.Takes = record => random.Next(4) switch
            {
                0 => false,
                1 => throw Lost(record, lost, test.archive),
                _ => true,
            };
            for (var delivery = 0; waiting.Count > 0; delivery++)
            {
                Assert.InRange(delivery, 0, 200);
                var returned = test.RecordAsync([.. waiting]).GetAwaiter().GetResult();
                waiting.RemoveAll(pending => !returned.Contains(pending.MessageIds.First()));
            }

            Assert.Equal(
                Enumerable.Range(0, 40).Select(i => ($"r{i}", 1 + lost.GetValueOrDefault($"r{i}"))).Order(),
                test.archive.Lines.GroupBy(line => (string)line["id"]!).Select(line => (line.Key, line.Count())).Order());
            Assert.Superset(
                Enumerable.Range(0, 40).Where(i => i % 3 != 0).Select(i => $"r{i}").ToHashSet(),
                test.customers.Applied.SelectMany(updates => updates).Select(update => update.Stamp.Id).ToHashSet());
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(100));

    [Fact]
    public async Task An_event_that_no_journey_names_costs_no_call_and_one_that_is_only_asked_for_a_write_without_a_read()
    {
        await DeployAsync(new Journey { Name = "welcome", Event = "signup", Again = Journey.Never, Until = ["buy"], Steps = [Send] });
        Assert.Empty(await RecordAsync(Pending(Event(1) with { Type = "viewed" })));
        Assert.Empty(journeys.Calls);
        Assert.Empty(await RecordAsync(Pending(Event(2) with { Type = "buy" })));
        Assert.Equal(["note buy"], journeys.Calls);
        Assert.Equal(2, archive.Lines.Count);
    }

    [Fact]
    public async Task A_customer_enters_once_what_the_event_says_is_stored_and_an_unknown_visitor_does_not()
    {
        await DeployAsync(new Journey { Name = "welcome", Event = "signup", Again = Journey.Never, Steps = [Send] });
        Assert.Empty(await RecordAsync(Pending(Event(1))));
        Assert.Null(journeys.Stored("e1"));
        Assert.Equal(["find", "customer", "history"], journeys.Calls);
        journeys.Known = new KnownCustomer();
        Assert.Empty(await RecordAsync(Pending(Signed(2, "ada", "gold", "e1"))));
        Assert.Single(customers.Applied);
        Assert.Equal("r2", journeys.Stored("e1")!.Enrollments["welcome"].Id);
        Assert.Equal(1, output.Metric("JourneyOutcomes", "welcome/entered"));
        Assert.Equal(1, output.Metric("JourneyReasons", "notEntered/unknownCustomer"));
    }

    [Fact]
    public async Task Events_of_journeys_go_back_and_are_not_archived_while_journeys_cannot_be_written()
    {
        await DeployAsync(new Journey { Name = "welcome", Event = "signup", Again = Journey.Never, Steps = [Send] });
        journeys.Fails = true;
        Assert.Equal(["m1"], await RecordAsync(Pending(Event(1), "m1"), Pending(Event(2) with { Type = "viewed" }, "m2")));
        Assert.Equal(["r2"], archive.Lines.Select(line => line["id"]!.GetValue<string>()));
        (journeys.Fails, journeys.IsDown) = (false, true);
        Assert.Equal(["m3"], await RecordAsync(Pending(Event(3) with { Type = "viewed" }, "m3")));
    }

    private static JourneyStep Send => new JourneyStep.Send("welcome");

    private Task DeployAsync(Journey journey) => journeys.WriteAsync(
        JourneyDeployment.Plan(new() { Journeys = [journey] }, JourneyBook.Empty, Start.AddDays(-1), Start.AddDays(-1)), default);

    private sealed class KnownCustomer : IJourneyCustomer
    {
        public Customer Customer { get; } = new("e1", new Dictionary<string, IReadOnlyList<string>>());

        public bool IsIn(string segment) => false;

        public string? Objection(string template, Topic topic) => null;
    }

    // The archive has the record, and its answer does not arrive.
    private static ServiceException Lost(ArchiveRecord record, Dictionary<string, int> lost, FakeArchive archive)
    {
        foreach (var id in record.Events.Select(each => each.Event.Event.RequestId))
        {
            lost[id] = lost.GetValueOrDefault(id) + 1;
            archive.Lines.Add(new System.Text.Json.Nodes.JsonObject { ["id"] = id });
        }

        return new(ServiceFailure.Failed, "Archive: TaskCanceledException");
    }

    private static PixelEvent Event(int number, string? endpoint = null) => new()
    {
        RequestId = $"r{number}",
        At = Start.AddSeconds(number),
        Type = "signup",
        EndpointId = endpoint ?? string.Create(CultureInfo.InvariantCulture, $"e{number}"),
    };

    private static PixelEvent Signed(int number, string? user, string tier, string? endpoint = null) => Event(number, endpoint) with
    {
        User = new() { UserId = user, Attributes = new Dictionary<string, string> { ["tier"] = tier } },
    };

    private static PixelEvent Large(int number) => Event(number) with
    {
        Attributes = Enumerable.Range(0, 5).ToDictionary(i => $"name{i}", i => new string((char)('a' + i), 150)),
    };

    private static PendingEvent Pending(PixelEvent recorded, params string[] messages) =>
        new(new(recorded, default), messages.Length == 0 ? ["m"] : messages);

    private async Task<IReadOnlyList<string>> RecordAsync(params PendingEvent[] events)
    {
        using var deadline = new Deadline(output.Time, TimeSpan.FromSeconds(30), Deadline.ShortReserve);
        var recorder = new JourneyRecorder(
            journeys,
            journeys,
            new(limit: null, TopicCatalog.Default, CustomerZone.Utc),
            new(journeys, output.Log, output.Metrics),
            output.Time);
        return await new SesEventRecorder(archive, customers, journeys, recorder, output.Log, output.Metrics).RecordAsync(events, deadline);
    }
}
