using System.Globalization;
using System.Text;

namespace Local.Tests.Pinpoint;

/// <summary>Requests as clients in use send them, and as none does.</summary>
public sealed class ClientRequestTests
{
    private readonly PinpointCloud cloud = new();

    // The form in which the function of Pioank/pinpoint-gtm-connector (put_event.py) calls PutEvents: Python's isoformat of the present has
    // no offset.
    [Theory]
    [InlineData("2026-03-01T11:59:58.123456")]
    [InlineData("2026-03-01T11:59:58")]
    public void Event_of_the_reference_solution_is_recorded_at_its_time_in_UTC(string timestamp)
    {
        var answer = cloud.PutEvents(new Dictionary<string, object>
        {
            ["visitor-1"] = new
            {
                Endpoint = new { User = new { UserAttributes = new { plan = new[] { "pro" } } } },
                Events = new { Event = new { EventType = "page_view", Attributes = new { path = "/pricing" }, Timestamp = timestamp } },
            },
        });

        var result = answer.Body["Results"]!["visitor-1"]!;
        Assert.Equal(
            (202, 202, 202),
            (
                answer.Status,
                (int)result["EventsItemResponse"]!["Event"]!["StatusCode"]!,
                (int)result["EndpointItemResponse"]!["StatusCode"]!));
        var recorded = Assert.Single(cloud.Service.Events.Find());
        Assert.Equal(("page_view", "/pricing"), (recorded.EventType, recorded.Attributes["path"]));
        Assert.Equal(DateTimeOffset.Parse($"{timestamp}Z", CultureInfo.InvariantCulture), recorded.Timestamp);
    }

    [Fact]
    public void Other_times_may_lack_an_offset_as_well()
    {
        Assert.Equal(202, (int)cloud.PutEvent(new
        {
            EventType = "visit",
            Timestamp = "2026-03-01T12:00:00",
            Session = new { Id = "s", StartTimestamp = "2026-03-01T11:59:59", StopTimestamp = "2026-03-01T12:00:00Z", Duration = 1000 },
        })["StatusCode"]!);
        Assert.Equal(202, cloud.UpdateEndpoint("user-1", new { EffectiveDate = "2026-03-01T12:00:00.123456" }).Status);
    }

    [Fact]
    public void No_request_fails_otherwise_than_by_an_error_of_Pinpoint()
    {
        cloud.OpenEmail();
        cloud.Template("t", new { Subject = "s", HtmlPart = "h" });
        var segment = cloud.Segment(new { Attributes = new { plan = new { AttributeType = "INCLUSIVE", Values = new[] { "pro" } } } });
        var app = $"/v1/apps/{cloud.App}";
        const string endpoint = """{"Address":"a@example.com","ChannelType":"EMAIL","OptOut":"NONE","EffectiveDate":"2026-03-01T12:00:00Z","Attributes":{"a":["b"]},"Metrics":{"m":1},"Demographic":{"Timezone":"UTC"},"Location":{"Country":"DE","Latitude":1.5},"User":{"UserId":"u","UserAttributes":{"a":["b"]}}}""";
        foreach (var (method, path, body) in new[]
        {
            ("POST", "/v1/apps", """{"Name":"x","tags":{"a":"b"}}"""),
            ("POST", $"/v1/tags/{Uri.EscapeDataString(cloud.AppArn)}", """{"tags":{"a":"b"}}"""),
            (
                "POST",
                $"{app}/events",
                """{"BatchItem":{"e":{"Endpoint":ENDPOINT,"Events":{"1":{"EventType":"t","Timestamp":"2026-03-01T12:00:00Z","Attributes":{"a":"b"},"Metrics":{"m":1.5},"Session":{"Id":"s","StartTimestamp":"2026-03-01T12:00:00Z","Duration":1}}}}}}"""
                    .Replace(
                        "ENDPOINT", endpoint, StringComparison.Ordinal)),
            ("PUT", $"{app}/endpoints/e", endpoint),
            ("PUT", $"{app}/endpoints", """{"Item":[{"Id":"e","ChannelType":"EMAIL","Address":"a@example.com","User":{"UserId":"u"}}]}"""),
            (
                "PUT",
                $"{app}/settings",
                """{"Limits":{"Daily":1},"QuietTime":{"Start":"00:00","End":"01:00"},"CampaignHook":{"LambdaFunctionName":"f","Mode":"FILTER"}}"""),
            (
                "PUT",
                $"{app}/channels/email",
                """{"FromAddress":"a@example.com","Identity":"arn:aws:ses:eu-west-1:000000000000:identity/example.com","Enabled":true,"RoleArn":"r"}"""),
            (
                "POST",
                "/v1/templates/n/email",
                """{"Subject":"s","HtmlPart":"h","TextPart":"t","DefaultSubstitutions":"{}","tags":{"a":"b"}}"""),
            (
                "POST",
                $"{app}/segments",
                """{"Name":"s","Dimensions":{"Attributes":{"a":{"AttributeType":"INCLUSIVE","Values":["b"]}},"UserAttributes":{"a":{"AttributeType":"INCLUSIVE","Values":["b"]}},"Metrics":{"m":{"ComparisonOperator":"EQUAL","Value":1}},"Demographic":{"Channel":{"DimensionType":"INCLUSIVE","Values":["EMAIL"]}},"Behavior":{"Recency":{"Duration":"DAY_7","RecencyType":"ACTIVE"}}},"tags":{"a":"b"}}"""),
            (
                "POST",
                $"{app}/campaigns",
                """{"Name":"c","SegmentId":"SEGMENT","SegmentVersion":1,"Schedule":{"StartTime":"2026-03-02T12:00:00Z","Frequency":"ONCE","IsLocalTime":false,"Timezone":"UTC"},"TemplateConfiguration":{"EmailTemplate":{"Name":"t","Version":"1"}},"MessageConfiguration":{"EmailMessage":{"FromAddress":"a@example.com"}},"Hook":{"LambdaFunctionName":"record","Mode":"FILTER"},"Limits":{"Daily":1},"tags":{"a":"b"}}"""
                    .Replace(
                        "SEGMENT", segment, StringComparison.Ordinal)),
            (
                "POST",
                $"{app}/journeys",
                """{"Name":"j","State":"DRAFT","StartActivity":"a","StartCondition":{"SegmentStartCondition":{"SegmentId":"SEGMENT"}},"Schedule":{"StartTime":"2026-03-02T12:00:00Z","EndTime":"2026-04-02T12:00:00Z","Timezone":"UTC"},"Activities":{"a":{"EMAIL":{"MessageConfig":{"FromAddress":"a@example.com"},"TemplateName":"t","NextActivity":"b"}},"b":{"Wait":{"NextActivity":"c","WaitTime":{"WaitFor":"PT1H"}}},"c":{"ConditionalSplit":{"Condition":{"Conditions":[{"SegmentCondition":{"SegmentId":"SEGMENT"}}],"Operator":"ANY"},"EvaluationWaitTime":{"WaitFor":"PT1H"},"FalseActivity":"d","TrueActivity":"d"}},"d":{"CUSTOM":{"DeliveryUri":"record","EndpointTypes":["EMAIL"]}}}}"""
                    .Replace(
                        "SEGMENT", segment, StringComparison.Ordinal)),
        })
        {
            Assert.All(
                Mutations.Of(body),
                mutated => Assert.True(cloud.SendRaw(method, path, Encoding.UTF8.GetBytes(mutated)).Status is < 500 or 501, mutated));
        }
    }
}
