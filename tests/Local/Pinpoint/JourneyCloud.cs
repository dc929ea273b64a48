using System.Globalization;

namespace Local.Tests.Pinpoint;

/// <summary>A Pinpoint with an e-mail channel and the template <c>hello</c>, and words for journeys.</summary>
internal sealed class JourneyCloud
{
    public JourneyCloud()
    {
        Pinpoint.OpenEmail();
        foreach (var name in new[] { "hello", "again", "other" })
        {
            Pinpoint.Template(name, new { Subject = name, TextPart = "Dear {{User.UserId}}" });
        }

        Pinpoint.Send("POST", "/v1/templates/hello/sms", new { Body = "Hi {{User.UserId}}" });
    }

    public PinpointCloud Pinpoint { get; } = new();

    public string Path => $"/v1/apps/{Pinpoint.App}/journeys";

    /// <summary>Messages as subject, endpoint and hours since the start.</summary>
    public IEnumerable<string> Served =>
        Pinpoint.Messages.Select(each =>
            string.Create(
                CultureInfo.InvariantCulture,
                $"{each.Subject} {each.EndpointId} "
                    + $"{(each.At - new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero)).TotalHours:0.###}"));

    public static object Email(string template, string? next = null) =>
        new { EMAIL = new { TemplateName = template, NextActivity = next } };

    public static object Wait(string duration, string? next) =>
        new { Wait = new { WaitTime = new { WaitFor = duration }, NextActivity = next } };

    public static object Custom(string? next = null, params string[] endpointTypes) =>
        new
        {
            CUSTOM = new
            {
                DeliveryUri = "record",
                EndpointTypes = endpointTypes,
                MessageConfig = new { Data = "feature_release" },
                NextActivity = next
            }
        };

    /// <summary>A start with an event of this type.</summary>
    public static object OnEvent(string type, string? segmentId = null, object? attributes = null) => new
    {
        EventStartCondition = new
        {
            EventFilter = new
            {
                FilterType = "ENDPOINT",
                Dimensions = new
                {
                    EventType = new { DimensionType = "INCLUSIVE", Values = new[] { type } },
                    Attributes = attributes ?? new { }
                }
            },
            SegmentId = segmentId,
        },
    };

    /// <summary>A start with a segment.</summary>
    public static object OnSegment(string segmentId) => new { SegmentStartCondition = new { SegmentId = segmentId } };

    public static Dictionary<string, object?> Definition(
        object start, object? activities, string state = "ACTIVE", string first = "first") => new()
        {
            ["Name"] = "journey",
            ["State"] = state,
            ["StartCondition"] = start,
            ["StartActivity"] = first,
            ["Activities"] = activities ?? new { first = Email("hello") },
        };

    /// <summary>Launches a journey and answers its id.</summary>
    public string Journey(object start, object? activities = null, Action<Dictionary<string, object?>>? change = null)
    {
        var definition = Definition(start, activities);
        change?.Invoke(definition);
        return Pinpoint.Created("journeys", definition);
    }

    /// <summary>Launches a journey and waits until endpoints may enter.</summary>
    public async Task<string> OpenJourneyAsync(object start, object? activities = null, Action<Dictionary<string, object?>>? change = null)
    {
        var id = Journey(start, activities, change);
        await Pinpoint.AdvanceAsync(TimeSpan.FromMinutes(5));
        return id;
    }

    public void Event(string endpointId, string type, object? attributes = null) => Pinpoint.PutEvents(new Dictionary<string, object>
    {
        [endpointId] = new
        {
            Endpoint = new { },
            Events = new { e = new { EventType = type, Timestamp = "2026-03-01T12:00:00Z", Attributes = attributes ?? new { } } }
        },
    });

    public string State(string id) => Pinpoint.Send("GET", $"{Path}/{id}").Text("State");

    public Answer SetState(string id, string state) => Pinpoint.Send("PUT", $"{Path}/{id}/state", new { State = state });
}
