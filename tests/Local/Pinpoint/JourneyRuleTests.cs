using System.Globalization;
using System.Text.Json;
using static Local.Tests.Pinpoint.JourneyCloud;

namespace Local.Tests.Pinpoint;

/// <summary>What journeys are refused for, and how they change.</summary>
public sealed class JourneyRuleTests
{
    private readonly JourneyCloud cloud = new();

    [Fact]
    public void Draft_may_be_incomplete_and_changes_until_it_is_launched()
    {
        var draft = cloud.Pinpoint.Send("POST", cloud.Path, new { Name = "journey" });
        Assert.Equal((201, "DRAFT", cloud.Pinpoint.App), (draft.Status, draft.Text("State"), draft.Text("ApplicationId")));
        var path = $"{cloud.Path}/{draft.Text("Id")}";

        Assert.Equal("BadRequestException", cloud.Pinpoint.Send("PUT", path, new { Name = "journey", State = "ACTIVE" }).Error);
        Assert.Equal("ACTIVE", cloud.Pinpoint.Send("PUT", path, Definition(OnEvent("signed_up"), null)).Text("State"));
        Assert.Equal("ACTIVE", Assert.Single(cloud.Pinpoint.Send("GET", cloud.Path).Body["Item"]!.AsArray())!["State"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("ACTIVE")]
    [InlineData("CANCELLED")]
    public void Activities_of_a_launched_journey_stay(string state)
    {
        var id = cloud.Journey(OnEvent("signed_up"));
        if (state == "CANCELLED")
        {
            cloud.SetState(id, state);
        }

        var changed =
            cloud.Pinpoint.Send("PUT", $"{cloud.Path}/{id}", new { Name = "journey", Activities = new { first = Email("other") } });
        var same = cloud.Pinpoint.Send("PUT", $"{cloud.Path}/{id}", new { Name = "renamed", Activities = new { first = Email("hello") } });

        Assert.Equal("BadRequestException", changed.Error);
        Assert.Equal(state == "ACTIVE" ? 200 : 400, same.Status);
    }

    [Fact]
    public void Tags_are_given_by_TagResource_and_shown()
    {
        var id = cloud.Journey(OnEvent("signed_up"));
        var arn = Uri.EscapeDataString($"{cloud.Pinpoint.AppArn}/journeys/{id}");

        Assert.Equal(204, cloud.Pinpoint.Send("POST", $"/v1/tags/{arn}", new { tags = new { hash = "1" } }).Status);
        Assert.Equal("1", (string)cloud.Pinpoint.Send("GET", $"{cloud.Path}/{id}").Body["tags"]!["hash"]!);
    }

    [Fact]
    public void Deleted_journey_is_gone()
    {
        var id = cloud.Journey(OnEvent("signed_up"));

        Assert.Equal(200, cloud.Pinpoint.Send("DELETE", $"{cloud.Path}/{id}").Status);
        Assert.Equal("NotFoundException", cloud.Pinpoint.Send("GET", $"{cloud.Path}/{id}").Error);
    }

    [Theory]
    [InlineData("Name", "\"has spaces\"", 400)]
    [InlineData("Name", "null", 400)]
    [InlineData("State", "\"PAUSED\"", 400)]
    [InlineData("StartActivity", "\"nowhere\"", 400)]
    [InlineData("StartCondition", "{}", 400)]
    [InlineData("StartCondition", """{"SegmentStartCondition":{"SegmentId":"none"}}""", 400)]
    [InlineData("StartCondition", """{"EventStartCondition":{"EventFilter":{"FilterType":"ENDPOINT","Dimensions":{}}}}""", 400)]
    [InlineData("RefreshFrequency", "\"PT30M\"", 400)]
    [InlineData("Limits", """{"EndpointReentryCap":101}""", 400)]
    [InlineData("Limits", """{"DailyCap":1}""", 501)]
    [InlineData("QuietTime", """{"Start":"20:00","End":"08:00"}""", 501)]
    [InlineData("Schedule", """{"StartTime":"2026-03-02T00:00:00Z","EndTime":"2027-09-01T00:00:00Z"}""", 400)]
    [InlineData("Activities", """{"first":{}}""", 400)]
    [InlineData("Activities", """{"fir-st":{"EMAIL":{"TemplateName":"hello"}}}""", 400)]
    [InlineData("Activities", """{"first":{"EMAIL":{"TemplateName":"none"}}}""", 400)]
    [InlineData("Activities", """{"first":{"EMAIL":{"TemplateName":"hello","NextActivity":"nowhere"}}}""", 400)]
    [InlineData("Activities", """{"first":{"Wait":{"WaitTime":{"WaitFor":"PT5M"}}}}""", 400)]
    [InlineData("Activities", """{"first":{"Wait":{"WaitTime":{"WaitFor":"P366D"}}}}""", 400)]
    [InlineData("Activities", """{"first":{"RandomSplit":{"Branches":[{"Percentage":50}]}}}""", 400)]
    [InlineData("Activities", """{"first":{"ContactCenter":{}}}""", 501)]
    [InlineData("Activities", """{"first":{"EMAIL":{"TemplateName":"hello"},"Waits":{}}}""", 400)]
    [InlineData("Steps", "[]", 400)]
    public void Journey_that_breaks_a_rule_or_needs_what_is_not_done_is_refused(string member, string value, int status)
    {
        var definition = Definition(OnEvent("signed_up"), null);
        definition[member] = JsonSerializer.Deserialize<JsonElement>(value);

        Assert.Equal(status, cloud.Pinpoint.Send("POST", cloud.Path, definition).Status);
    }

    // Service model, EventDimensions.EventType: "for campaigns, this can also be a custom event".
    [Theory]
    [InlineData("""{"Dimensions":{"EventType":{"Values":["purchase_success"]}}}""", "custom")]
    [InlineData("""{"MessageActivity":"first","Dimensions":{"EventType":{"Values":["_email.open","bought"]}}}""", "custom")]
    [InlineData("""{"Dimensions":{"Attributes":{"send":{"Values":["yes"]}}}}""", "MessageActivity or an EventType")]
    [InlineData("""{"MessageActivity":"nowhere","Dimensions":{"EventType":{"Values":["_email.open"]}}}""", "does not have")]
    public void Split_asks_about_the_journeys_messages_alone(string condition, string problem)
    {
        var split = new
        {
            Condition = new { Conditions = new[] { new { EventCondition = JsonSerializer.Deserialize<JsonElement>(condition) } } },
            TrueActivity = "second",
        };
        var activities = new { first = Email("hello", "split"), split = new { ConditionalSplit = split }, second = Email("again") };

        var refused = cloud.Pinpoint.Send("POST", cloud.Path, Definition(OnEvent("signed_up"), activities));

        Assert.Equal((400, "BadRequestException"), (refused.Status, refused.Error));
        Assert.Contains(problem, refused.Text("Message"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(5, 4, 201)]
    [InlineData(6, 4, 400)]
    [InlineData(5, 5, 400)]
    public void Split_has_five_ways_at_most(int random, int conditional, int status)
    {
        object condition = new { EventCondition = new { MessageActivity = "first", Dimensions = new { } } };
        var activities = new
        {
            first = Email("hello", "random"),
            random = new
            {
                RandomSplit = new { Branches = Enumerable.Range(0, random).Select(i => new { Percentage = i == 0 ? 100 : 0 }) },
            },
            multi = new { MultiCondition = new { Branches = Enumerable.Range(0, conditional).Select(_ => new { Condition = condition }) } },
        };

        Assert.Equal(status, cloud.Pinpoint.Send("POST", cloud.Path, Definition(OnEvent("signed_up"), activities)).Status);
    }

    // Developer guide, "Journey quotas".
    [Theory]
    [InlineData(40, 201)]
    [InlineData(41, 400)]
    public void Journey_has_at_most_40_activities(int count, int status)
    {
        var activities =
            Enumerable.Range(0, count).ToDictionary(
                i => i == 0 ? "first" : string.Create(CultureInfo.InvariantCulture, $"a{i}"), _ => Email("hello"));

        Assert.Equal(status, cloud.Pinpoint.Send("POST", cloud.Path, Definition(OnEvent("signed_up"), activities)).Status);
    }

    [Fact]
    public void Account_has_at_most_50_active_journeys_20_of_them_started_by_events()
    {
        var segment = cloud.Pinpoint.Segment(new { });
        string[] started = [.. Enumerable.Range(0, 20).Select(_ => cloud.Journey(OnEvent("signed_up")))];
        Assert.Equal("BadRequestException", cloud.Pinpoint.Send("POST", cloud.Path, Definition(OnEvent("signed_up"), null)).Error);
        for (var i = 20; i < 50; i++)
        {
            cloud.Journey(OnSegment(segment));
        }

        Assert.Equal("BadRequestException", cloud.Pinpoint.Send("POST", cloud.Path, Definition(OnSegment(segment), null)).Error);
        cloud.SetState(started[0], "CANCELLED");
        Assert.Equal(201, cloud.Pinpoint.Send("POST", cloud.Path, Definition(OnEvent("signed_up"), null)).Status);
    }
}
