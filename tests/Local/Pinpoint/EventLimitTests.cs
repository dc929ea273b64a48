using System.Globalization;

namespace Local.Tests.Pinpoint;

/// <summary>Each limit from both sides. Source: developer guide, "Event ingestion quotas".</summary>
public sealed class EventLimitTests
{
    private const string Now = "2026-03-01T12:00:00Z";
    private readonly PinpointCloud cloud = new();

    // Service model, Event: EventType and Timestamp are required, the latter in ISO 8601.
    [Theory]
    [InlineData("visit", "2026-03-01T12:00:00Z", true)]
    [InlineData("visit", "2026-03-01T12:00:00.123456Z", true)]
    [InlineData("visit", "2026-03-01T12:00:00+05:30", true)]
    [InlineData("visit", "2026-03-01T12:00:00", true)]
    [InlineData("visit", "2026-03-01T12:00:00.123456", true)]
    [InlineData("visit", "2026-03-01T12:00:00.123456789Z", true)]
    [InlineData("visit", "2026-03-01T12:00:00+0530", true)]
    [InlineData("visit", "2026-03-01T12:00:00-05", true)]
    [InlineData("visit", "2026-03-01T12:00Z", true)]
    [InlineData("visit", "2026-03-01 12:00:00", false)]
    [InlineData("visit", "2026-03-01T25:00:00", false)]
    [InlineData("visit", "2026-03-01T12:00:00+99:00", false)]
    [InlineData("visit", "2026-03-01", false)]
    [InlineData("visit", "2026-02-30T12:00:00Z", false)]
    [InlineData("visit", "1772366400000", false)]
    [InlineData("visit", "", false)]
    [InlineData("visit", null, false)]
    [InlineData("", Now, false)]
    [InlineData(null, Now, false)]
    public void Event_needs_a_type_and_a_time(string? type, string? timestamp, bool accepted) =>
        AssertResult(accepted, new { EventType = type, Timestamp = timestamp });

    [Theory]
    [InlineData(40, 0, true)]
    [InlineData(0, 40, true)]
    [InlineData(20, 20, true)]
    [InlineData(41, 0, false)]
    [InlineData(40, 1, false)]
    public void Event_has_40_attributes_and_metrics_together(int attributes, int metrics, bool accepted) => AssertResult(
        accepted,
        new
        {
            EventType = "visit",
            Timestamp = Now,
            Attributes = Many("a", attributes, _ => "x"),
            Metrics = Many("m", metrics, i => (double)i)
        });

    [Theory]
    [InlineData(50, 200, true)]
    [InlineData(51, 200, false)]
    [InlineData(50, 201, false)]
    public void Attribute_has_a_name_of_50_and_a_value_of_200_characters(int name, int value, bool accepted) => AssertResult(
        accepted,
        new
        {
            EventType = "visit",
            Timestamp = Now,
            Attributes = new Dictionary<string, string> { [new string('n', name)] = new('v', value) }
        });

    [Theory]
    [InlineData(50, true)]
    [InlineData(51, false)]
    public void Metric_has_a_name_of_50_characters(int name, bool accepted) => AssertResult(
        accepted,
        new { EventType = "visit", Timestamp = Now, Metrics = new Dictionary<string, double> { [new string('n', name)] = 1 } });

    [Theory]
    [InlineData(1_000 * 1024 - 1_000, true)]
    [InlineData(1_000 * 1024, false)]
    public void Event_has_1000_KB(int title, bool accepted) =>
        AssertResult(accepted, new { EventType = "visit", Timestamp = Now, AppTitle = new string('x', title) });

    [Theory]
    [InlineData(null, 1000, 400)]
    [InlineData("s", 999, 400)]
    [InlineData("s", 1000, 202)]
    public void Session_has_an_id_and_the_duration_between_its_times(string? id, int duration, int status) =>
        Assert.Equal(status, (int)cloud.PutEvent(new
        {
            EventType = "_session.stop",
            Timestamp = Now,
            Session = new { Id = id, StartTimestamp = "2026-03-01T11:59:59Z", StopTimestamp = Now, Duration = duration },
        })["StatusCode"]!);

    [Theory]
    [InlineData(100, 202)]
    [InlineData(101, 400)]
    public void Request_has_100_events_over_all_its_endpoints(int events, int status)
    {
        var answer =
            cloud.PutEvents(
                Many(
                    "user-",
                    events,
                    i => new { Endpoint = new { }, Events = Many($"e{i}-", 1, _ => new { EventType = "visit", Timestamp = Now }) }));

        Assert.Equal(status, answer.Status);
        Assert.Equal(status == 202 ? 100 : 0, cloud.Service.Events.Count);
    }

    [Theory]
    [InlineData(4_190_000, 202)]
    [InlineData(4 * 1024 * 1024, 400)]
    public void Request_has_4_MB(int title, int status)
    {
        var answer =
            cloud.PutEvents(
                Many(
                    "user-",
                    1,
                    _ =>
                        new
                        {
                            Endpoint = new { },
                            Events =
                                Many("e", 10, _ => new { EventType = "visit", Timestamp = Now, AppTitle = new string('x', title / 10) })
                        }));

        Assert.Equal(status, answer.Status);
    }

    [Fact]
    public void App_has_1500_event_types()
    {
        Fill(1_500, i => new { EventType = Name(i), Timestamp = Now });

        AssertResult(false, new { EventType = "one-more", Timestamp = Now });
        AssertResult(true, new { EventType = Name(7), Timestamp = Now });
    }

    [Fact]
    public void App_has_500_attribute_names()
    {
        Fill(500, i => new { EventType = "visit", Timestamp = Now, Attributes = new Dictionary<string, string> { [Name(i)] = "x" } });

        AssertResult(false, new { EventType = "visit", Timestamp = Now, Attributes = new { more = "x" } });
        AssertResult(true, new { EventType = "visit", Timestamp = Now, Attributes = new Dictionary<string, string> { [Name(7)] = "y" } });
    }

    [Fact]
    public void App_has_500_metric_names()
    {
        Fill(500, i => new { EventType = "visit", Timestamp = Now, Metrics = new Dictionary<string, double> { [Name(i)] = 1 } });

        AssertResult(false, new { EventType = "visit", Timestamp = Now, Metrics = new { more = 1 } });
        AssertResult(true, new { EventType = "visit", Timestamp = Now, Metrics = new Dictionary<string, double> { [Name(7)] = 2 } });
    }

    private static string Name(int i) => string.Create(CultureInfo.InvariantCulture, $"name-{i}");

    private static Dictionary<string, T> Many<T>(string prefix, int count, Func<int, T> value) =>
        Enumerable.Range(0, count).ToDictionary(i => $"{prefix}{i}", value);

    private void Fill(int count, Func<int, object> candidate)
    {
        foreach (var chunk in Enumerable.Range(0, count).Chunk(100))
        {
            var answer = cloud.PutEvents(Many("filler", 1, _ => new { Endpoint = new { }, Events = chunk.ToDictionary(Name, candidate) }));
            Assert.All(
                answer.Body["Results"]!["filler0"]!["EventsItemResponse"]!.AsObject(),
                each => Assert.Equal(202, (int)each.Value!["StatusCode"]!));
        }
    }

    private void AssertResult(bool accepted, object candidate)
    {
        var before = cloud.Service.Events.Count;
        var result = cloud.PutEvent(candidate);

        Assert.Equal(accepted ? 202 : 400, (int)result["StatusCode"]!);
        Assert.Equal(accepted, (string)result["Message"]! == "Accepted");
        Assert.Equal(accepted ? before + 1 : before, cloud.Service.Events.Count);
    }
}
