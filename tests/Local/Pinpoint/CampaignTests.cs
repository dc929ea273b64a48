using System.Text.Json.Nodes;
using Engagement.Local.Aws;
using Local.Tests.EventSources;

namespace Local.Tests.Pinpoint;

public sealed class CampaignTests
{
    private readonly PinpointCloud cloud = new();
    private readonly string segment;

    public CampaignTests()
    {
        cloud.OpenEmail();
        cloud.Template("news", new { Subject = "News for {{User.UserId}}", TextPart = "Version {{Attributes.event_version}}" });
        segment = cloud.Segment(new { UserAttributes = new { tier = new { Values = new[] { "premium" } } } });
    }

    private string Path => $"/v1/apps/{cloud.App}/campaigns";

    [Fact]
    public async Task Immediate_campaign_reaches_each_member_of_its_segment_once_and_nobody_else()
    {
        Customers("bea", "ada", "cyd");
        cloud.Customer("outside", new { tier = new[] { "standard" } });
        cloud.Customer("opted-out", Premium, optOut: "ALL");
        cloud.Customer("inactive", Premium);
        cloud.UpdateEndpoint("inactive", new { EndpointStatus = "INACTIVE" });

        var id = cloud.Created("campaigns", Campaign());
        await cloud.SettleAsync();

        Assert.Equal(["ada", "bea", "cyd"], cloud.Served);
        var first = cloud.Messages[0];
        Assert.Equal(
            ("EMAIL", "ada@example.com", "News for ada", "Version ", id, null),
            (first.Channel, first.Address, first.Subject, first.Body, first.CampaignId, first.JourneyId));
        Assert.Equal("COMPLETED", State(id));
        var activity = Assert.Single(cloud.Send("GET", $"{Path}/{id}/activities").Body["Item"]!.AsArray())!;
        Assert.Equal(
            ("SUCCESS", "COMPLETED", 3, 3),
            (
                (string)activity["Result"]!,
                (string)activity["State"]!,
                (int)activity["TotalEndpointCount"]!,
                (int)activity["SuccessfulEndpointCount"]!));
    }

    [Fact]
    public async Task Scheduled_campaign_is_sent_at_its_instant_to_whoever_is_in_the_segment_then()
    {
        Customers("ada");
        var id = cloud.Created("campaigns", Campaign(start: "2026-03-03T12:00:00+02:00"));
        Assert.Equal("SCHEDULED", State(id));
        await cloud.AdvanceAsync(TimeSpan.FromHours(45));
        Customers("bea");
        Assert.Empty(cloud.Messages);

        await cloud.AdvanceAsync(TimeSpan.FromHours(1));

        Assert.Equal(["ada", "bea"], cloud.Served);
        Assert.All(cloud.Messages, message => Assert.Equal(new DateTimeOffset(2026, 3, 3, 10, 0, 0, TimeSpan.Zero), message.At));
        Assert.Equal("COMPLETED", State(id));
    }

    [Fact]
    public async Task Campaign_keeps_to_the_segment_version_it_was_created_with()
    {
        Customers("ada");
        cloud.Customer("bob", new { tier = new[] { "standard" } });
        cloud.Created("campaigns", Campaign(start: "2026-03-02T12:00:00Z"));
        cloud.Send(
            "PUT",
            $"/v1/apps/{cloud.App}/segments/{segment}",
            new { Dimensions = new { UserAttributes = new { tier = new { Values = new[] { "standard" } } } } });

        await cloud.AdvanceAsync(TimeSpan.FromDays(1));

        Assert.Equal(["ada"], cloud.Served);
    }

    [Fact]
    public async Task Campaign_that_is_changed_paused_or_deleted_in_time_is_sent_as_changed_or_not_at_all()
    {
        Customers("ada");
        var moved = cloud.Created("campaigns", Campaign(start: "2026-03-02T12:00:00Z"));
        var paused = cloud.Created("campaigns", Campaign(start: "2026-03-02T12:00:00Z"));
        var deleted = cloud.Created("campaigns", Campaign(start: "2026-03-02T12:00:00Z"));
        Assert.Equal(
            2, (int)cloud.Send("PUT", $"{Path}/{moved}", new { Schedule = new { StartTime = "2026-03-03T12:00:00Z" } }).Body["Version"]!);
        cloud.Send("PUT", $"{Path}/{paused}", new { IsPaused = true });
        Assert.Equal("DELETED", (string)cloud.Send("DELETE", $"{Path}/{deleted}").Body["State"]!["CampaignStatus"]!);

        await cloud.AdvanceAsync(TimeSpan.FromDays(3));

        Assert.Equal(
            [(moved, new DateTimeOffset(2026, 3, 3, 12, 0, 0, TimeSpan.Zero))], cloud.Messages.Select(each => (each.CampaignId!, each.At)));
        Assert.Equal("PAUSED", State(paused));
        Assert.Equal("NotFoundException", cloud.Send("GET", $"{Path}/{deleted}").Error);
    }

    [Fact]
    public void Campaign_is_found_by_its_tags()
    {
        var id = cloud.Created("campaigns", Campaign(start: "2026-03-02T12:00:00Z", tags: new { announcement = "feature_release" }));

        var listed = Assert.Single(cloud.Send("GET", Path).Body["Item"]!.AsArray())!;

        Assert.Equal((id, "feature_release"), ((string)listed["Id"]!, (string)listed["tags"]!["announcement"]!));
        Assert.Equal(
            "feature_release",
            (string)cloud.Send("GET", $"/v1/tags/{Uri.EscapeDataString((string)listed["Arn"]!)}").Body["tags"]!["announcement"]!);
    }

    // Developer guide, "Customizing segments with AWS Lambda".
    [Fact]
    public async Task Hook_sees_batches_of_50_and_decides_who_gets_what()
    {
        Customers([.. Enumerable.Range(0, 120).Select(i => $"c{i:D3}")]);
        cloud.Functions.Behaviour = payload =>
        {
            var endpoints = (JsonObject)payload["Endpoints"]!.DeepClone();
            endpoints.Remove("c007");
            foreach (var (_, endpoint) in endpoints)
            {
                endpoint!["Attributes"] = new JsonObject { ["event_version"] = new JsonArray("9.1") };
            }

            return Task.FromResult(FakeFunctions.Answer(endpoints.ToJsonString()));
        };

        var id = cloud.Created("campaigns", Campaign(hook: "record"));
        await cloud.SettleAsync();

        Assert.Equal([50, 50, 20], cloud.Functions.Events.Select(each => each["Endpoints"]!.AsObject().Count));
        var payload = cloud.Functions.Events.First().AsObject();
        Assert.Equal(
            ["ActivityId", "ApplicationId", "CampaignId", "Endpoints", "MessageConfiguration", "ScheduledTime", "TreatmentId"],
            payload.Select(each => each.Key).Order(StringComparer.Ordinal));
        Assert.Equal(
            (cloud.App, id, "2026-03-01T12:00:00.000Z"),
            ((string)payload["ApplicationId"]!, (string)payload["CampaignId"]!, (string)payload["ScheduledTime"]!));
        Assert.Equal("news@example.com", (string)payload["MessageConfiguration"]!["EmailMessage"]!["FromAddress"]!);
        Assert.Equal("premium", (string)payload["Endpoints"]!["c000"]!["User"]!["UserAttributes"]!["tier"]![0]!);
        Assert.Equal(119, cloud.Messages.Count);
        Assert.DoesNotContain("c007", cloud.Served);
        Assert.All(cloud.Messages, message => Assert.Equal("Version 9.1", message.Body));
        Assert.Null(cloud.Endpoint("c000").Body["Attributes"]);
        Assert.All(cloud.Aws.Calls, call => Assert.Equal(
            (
                Principal.Service("pinpoint.eu-west-1.amazonaws.com", $"{cloud.AppArn}/campaigns/{id}", PinpointCloud.Account),
                "lambda:InvokeFunction",
                cloud.Functions.Function.Arn),
            (call.Caller, call.Action, call.Resource)));
    }

    [Fact]
    public async Task Hook_is_tried_three_times_and_a_batch_that_fails_is_not_delivered()
    {
        Customers([.. Enumerable.Range(0, 60).Select(i => $"c{i:D3}")]);
        var attempts = 0;
        cloud.Functions.Behaviour = payload =>
        {
            var broken = payload["Endpoints"]!.AsObject().ContainsKey("c000");
            attempts += broken ? 1 : 0;
            return Task.FromResult(broken ? FakeFunctions.Failure() : FakeFunctions.Answer(payload["Endpoints"]!.ToJsonString()));
        };

        var id = cloud.Created("campaigns", Campaign(hook: "record"));
        await cloud.SettleAsync();

        Assert.Equal(3, attempts);
        Assert.Equal(Enumerable.Range(50, 10).Select(i => $"c{i:D3}"), cloud.Served);
        Assert.Equal("FAIL", (string)cloud.Send("GET", $"{Path}/{id}/activities").Body["Item"]![0]!["Result"]!);
    }

    [Fact]
    public async Task Hook_that_answers_in_another_case_speaks_of_the_same_endpoint()
    {
        Customers("ada");
        cloud.Functions.Behaviour = payload =>
            Task.FromResult(FakeFunctions.Answer(new JsonObject { ["ADA"] = payload["Endpoints"]!["ada"]!.DeepClone() }.ToJsonString()));

        cloud.Created("campaigns", Campaign(hook: "record"));
        await cloud.SettleAsync();

        Assert.Equal(["ada"], cloud.Served);
    }

    [Fact]
    public async Task Hook_that_fails_twice_delivers_once()
    {
        Customers("ada");
        var attempts = 0;
        cloud.Functions.Behaviour = payload =>
            Task.FromResult(++attempts < 3 ? FakeFunctions.Failure() : FakeFunctions.Answer(payload["Endpoints"]!.ToJsonString()));

        cloud.Created("campaigns", Campaign(hook: "record"));
        await cloud.SettleAsync();

        Assert.Equal(["ada"], cloud.Served);
    }

    [Fact]
    public async Task Hook_that_may_not_be_called_delivers_nothing()
    {
        Customers("ada");
        cloud.Aws.Fail = RecordingEndpoint.Denied;

        cloud.Created("campaigns", Campaign(hook: "record"));
        await cloud.SettleAsync();

        Assert.Empty(cloud.Messages);
        Assert.Empty(cloud.Functions.Events);
    }

    [Fact]
    public async Task Campaign_speaks_on_each_channel_that_it_has_words_for()
    {
        cloud.OpenSms();
        foreach (var channel in new[] { "EMAIL", "SMS", "GCM", "APNS", "CUSTOM" })
        {
            cloud.UpdateEndpoint(
                channel, new { Address = channel, ChannelType = channel, User = new { UserId = channel, UserAttributes = Premium } });
        }

        cloud.Created("campaigns", new
        {
            Name = "c",
            SegmentId = segment,
            Schedule = new { StartTime = "IMMEDIATE" },
            MessageConfiguration = new
            {
                EmailMessage = new { Title = "T", HtmlBody = "<b>{{User.UserId}}</b>" },
                SMSMessage = new { Body = "sms {{Address}}", MessageType = "TRANSACTIONAL" },
                DefaultMessage = new { Title = "push", Body = "default" },
                GCMMessage = new { Title = "push", Body = "google", Action = "OPEN_APP" },
            },
        });
        await cloud.SettleAsync();

        Assert.Equal(
            [("APNS", "push", "default"), ("EMAIL", "T", "<b>EMAIL</b>"), ("GCM", "push", "google"), ("SMS", null, "sms SMS")],
            cloud.Messages.Select(each => (each.Channel, each.Subject, each.Body)));
    }

    [Fact]
    public async Task Email_needs_an_enabled_channel()
    {
        Customers("ada");
        cloud.Send("DELETE", $"/v1/apps/{cloud.App}/channels/email");

        cloud.Created("campaigns", Campaign());
        await cloud.SettleAsync();

        Assert.Empty(cloud.Messages);
    }

    [Fact]
    public async Task Function_of_a_custom_delivery_gets_the_endpoints()
    {
        cloud.UpdateEndpoint(
            "company", new { Address = "company", ChannelType = "CUSTOM", User = new { UserId = "company", UserAttributes = Premium } });
        Customers("ada");

        cloud.Created("campaigns", new
        {
            Name = "c",
            SegmentId = segment,
            Schedule = new { StartTime = "IMMEDIATE" },
            MessageConfiguration = new { CustomMessage = new { Data = "hello" } },
            CustomDeliveryConfiguration = new { DeliveryUri = "record", EndpointTypes = new[] { "CUSTOM" } },
        });
        await cloud.SettleAsync();

        var payload = Assert.Single(cloud.Functions.Events);
        Assert.Equal(("hello", "company"), ((string)payload["Data"]!, Assert.Single(payload["Endpoints"]!.AsObject()).Key));
        Assert.Empty(cloud.Messages);
    }

    [Theory]
    [InlineData("2026-02-01T00:00:00Z", "ONCE", "news", 400)]
    [InlineData("soon", "ONCE", "news", 400)]
    [InlineData("IMMEDIATE", "ONCE", "nowhere", 400)]
    [InlineData("2026-04-01T00:00:00Z", "DAILY", "news", 501)]
    public void Campaign_that_breaks_a_rule_or_needs_what_is_not_done_is_refused(
        string start, string frequency, string template, int status) =>
        Assert.Equal(status, cloud.Send("POST", Path, new
        {
            Name = "c",
            SegmentId = segment,
            Schedule = new { StartTime = start, Frequency = frequency },
            TemplateConfiguration = new { EmailTemplate = new { Name = template } },
        }).Status);

    // Developer guide, "Campaign quotas".
    [Fact]
    public async Task Account_has_at_most_200_active_campaigns()
    {
        for (var i = 0; i < 200; i++)
        {
            cloud.Created("campaigns", Campaign(start: "2026-03-02T12:00:00Z"));
        }

        Assert.Equal("BadRequestException", cloud.Send("POST", Path, Campaign()).Error);
        await cloud.AdvanceAsync(TimeSpan.FromDays(1));
        Assert.Equal(201, cloud.Send("POST", Path, Campaign()).Status);
    }

    private static object Premium { get; } = new { tier = new[] { "premium" } };

    private void Customers(params string[] ids) => Array.ForEach(ids, id => cloud.Customer(id, Premium));

    private string State(string id) => (string)cloud.Send("GET", $"{Path}/{id}").Body["State"]!["CampaignStatus"]!;

    private object Campaign(string start = "IMMEDIATE", string? hook = null, object? tags = null) => new
    {
        Name = "news",
        SegmentId = segment,
        Schedule = new { StartTime = start, Frequency = "ONCE" },
        TemplateConfiguration = new { EmailTemplate = new { Name = "news" } },
        MessageConfiguration = new { EmailMessage = new { FromAddress = "news@example.com" } },
        Hook = hook is null ? null : new { LambdaFunctionName = hook, Mode = "FILTER" },
        tags = tags ?? new { },
    };
}
