using System.Text.Json;
using Engagement.Local.Pinpoint.Segments;

namespace Local.Tests.Pinpoint;

/// <summary>Who is in which segment.</summary>
public sealed class SegmentMembershipTests
{
    private readonly PinpointCloud cloud = new();

    public SegmentMembershipTests()
    {
        cloud.UpdateEndpoint("ada", new
        {
            Address = "ada@example.com",
            ChannelType = "EMAIL",
            Attributes = new { plan = new[] { "gold", "trial" } },
            Metrics = new { visits = 7.0 },
            Demographic = new { Platform = "ios", AppVersion = "2.1" },
            Location = new { Country = "GB", Latitude = 51.5, Longitude = -0.1 },
            User = new { UserId = "u-ada", UserAttributes = new { renewal = new[] { "2026-04-01T09:00:00Z" }, language = new[] { "en" } } },
        });
        cloud.UpdateEndpoint("bob", new
        {
            Address = "+491",
            ChannelType = "SMS",
            OptOut = "ALL",
            Attributes = new { plan = new[] { "golden" } },
            Metrics = new { visits = 3.0 },
            Location = new { Country = "DE", Latitude = 52.5, Longitude = 13.4 },
            User = new { UserId = "u-bob", UserAttributes = new { renewal = new[] { "2026-04-01T23:59:59Z" }, language = new[] { "de" } } },
        });
        cloud.UpdateEndpoint(
            "cyd",
            new { EndpointStatus = "INACTIVE", User = new { UserId = "u-cyd", UserAttributes = new { renewal = new[] { "soon" } } } });
    }

    [Theory]
    [InlineData("""{}""", "ada bob cyd")]
    [InlineData("""{"Attributes":{"plan":{"AttributeType":"INCLUSIVE","Values":["gold","silver"]}}}""", "ada")]
    [InlineData("""{"Attributes":{"plan":{"Values":["gold"]}}}""", "ada")]
    [InlineData("""{"Attributes":{"plan":{"AttributeType":"EXCLUSIVE","Values":["trial"]}}}""", "bob cyd")]
    [InlineData("""{"Attributes":{"plan":{"AttributeType":"CONTAINS","Values":["old"]}}}""", "ada bob")]
    [InlineData("""{"Attributes":{"plan":{"AttributeType":"INCLUSIVE","Values":["Gold"]}}}""", "")]
    [InlineData("""{"UserAttributes":{"renewal":{"AttributeType":"BEFORE","Values":["2026-04-01T23:59:59Z"]}}}""", "ada")]
    [InlineData("""{"UserAttributes":{"renewal":{"AttributeType":"AFTER","Values":["2026-04-01T09:00:00Z"]}}}""", "bob")]
    [InlineData("""{"UserAttributes":{"renewal":{"AttributeType":"ON","Values":["2026-04-01T00:00:00Z"]}}}""", "ada bob")]
    [
        InlineData(
            """{"UserAttributes":{"renewal":{"AttributeType":"BETWEEN","Values":["2026-04-01T09:00:00Z","2026-04-01T23:59:58Z"]}}}""",
            "ada")
    ]
    [InlineData("""{"UserAttributes":{"UserId":{"AttributeType":"INCLUSIVE","Values":["u-bob","u-cyd"]}}}""", "bob cyd")]
    [InlineData("""{"Metrics":{"visits":{"ComparisonOperator":"GREATER_THAN","Value":3}}}""", "ada")]
    [InlineData("""{"Metrics":{"visits":{"ComparisonOperator":"LESS_THAN_OR_EQUAL","Value":3}}}""", "bob")]
    [InlineData("""{"Metrics":{"visits":{"ComparisonOperator":"EQUAL","Value":7}}}""", "ada")]
    [InlineData("""{"Demographic":{"Channel":{"Values":["EMAIL","SMS"]}}}""", "ada bob")]
    [InlineData("""{"Demographic":{"Platform":{"DimensionType":"EXCLUSIVE","Values":["ios"]}}}""", "bob cyd")]
    [InlineData("""{"Location":{"Country":{"Values":["DE"]}}}""", "bob")]
    [InlineData("""{"Location":{"GPSPoint":{"Coordinates":{"Latitude":51.5,"Longitude":0},"RangeInKilometers":50}}}""", "ada")]
    [
        InlineData(
            """{"Attributes":{"plan":{"AttributeType":"CONTAINS","Values":["old"]}},"Location":{"Country":{"Values":["GB"]}}}""", "ada")
    ]
    public void Dimensions_select(string dimensions, string members) =>
        Assert.Equal(members, Members(new { Dimensions = JsonSerializer.Deserialize<JsonElement>(dimensions) }));

    [Theory]
    [InlineData("ALL", "ALL", "ANY", "bob")]
    [InlineData("ANY", "ALL", "ANY", "ada bob")]
    [InlineData("NONE", "ALL", "ANY", "")]
    [InlineData("ALL", "NONE", "ANY", "ada")]
    [InlineData("ALL", "ALL", "NONE", "cyd")]
    public void Groups_filter_their_base_segments(string type, string include, string sourceType, string members)
    {
        var reachable = cloud.Segment(new { Demographic = new { Channel = new { Values = new[] { "EMAIL", "SMS" } } } });
        var german = cloud.Segment(new { Location = new { Country = new { Values = new[] { "DE" } } } });
        object[] dimensions = sourceType == "NONE" ? [] :
        [
            new { Attributes = new { plan = new { AttributeType = "CONTAINS", Values = new[] { "gold" } } } },
            new { Attributes = new { plan = new { AttributeType = "EXCLUSIVE", Values = new[] { "trial" } } } },
        ];
        var groups = new
        {
            Include = include,
            Groups = new[]
            {
                new
                {
                    SourceSegments = new[] { new { Id = reachable }, new { Id = german } },
                    SourceType = sourceType,
                    Type = type,
                    Dimensions = dimensions,
                },
            }
        };

        Assert.Equal(include == "NONE" ? "ada cyd" : members, Members(new { SegmentGroups = groups }));
    }

    [Fact]
    public async Task Recency_looks_at_the_latest_event()
    {
        cloud.PutEvents(
            new
            {
                ada = new { Endpoint = new { }, Events = new { e1 = new { EventType = "visit", Timestamp = "2026-03-01T12:00:00Z" } } }
            });
        await cloud.AdvanceAsync(TimeSpan.FromDays(6));

        Assert.Equal("ada", Members(new { Dimensions = Recency("DAY_7", "ACTIVE") }));
        Assert.Equal("bob cyd", Members(new { Dimensions = Recency("DAY_7", "INACTIVE") }));
        Assert.Equal("ada bob cyd", Members(new { Dimensions = Recency("HR_24", "INACTIVE") }));
    }

    private static object Recency(string duration, string type) =>
        new { Behavior = new { Recency = new { Duration = duration, RecencyType = type } } };

    private SegmentResponse Segment(object body) => cloud.Service.Applications.Get(cloud.App).Segments.Get(cloud.Created("segments", body));

    private string Members(object body) =>
        string.Join(
            ' ',
            new Audience(cloud.Service.Applications.Get(cloud.App), cloud.Clock).Members(Segment(body)).Select(each => each.Endpoint.Id));
}
