using System.Text.Json.Nodes;
using Engagement.Local.Aws;
using Local.Tests.EventSources;
using static Local.Tests.Pinpoint.JourneyCloud;

namespace Local.Tests.Pinpoint;

/// <summary>Journeys that events start.</summary>
public sealed class EventJourneyTests
{
    private readonly JourneyCloud cloud = new();

    public EventJourneyTests()
    {
        cloud.Pinpoint.Customer("ada", new { tier = new[] { "premium" } });
        cloud.Pinpoint.Customer("bob", new { tier = new[] { "standard" } });
    }

    [Fact]
    public async Task Endpoint_of_an_event_that_fits_enters()
    {
        await cloud.OpenJourneyAsync(
            OnEvent("signed_up", attributes: new { plan = new { AttributeType = "INCLUSIVE", Values = new[] { "gold" } } }));

        cloud.Event("ada", "signed_up", new { plan = "gold" });
        cloud.Event("bob", "signed_up", new { plan = "silver" });
        cloud.Event("bob", "signed_in", new { plan = "gold" });
        await cloud.Pinpoint.SettleAsync();

        Assert.Equal(["ada"], cloud.Pinpoint.Served);
    }

    [Fact]
    public async Task Segment_of_the_start_keeps_others_out()
    {
        var premium = cloud.Pinpoint.Segment(new { UserAttributes = new { tier = new { Values = new[] { "premium" } } } });
        await cloud.OpenJourneyAsync(OnEvent("signed_up", premium));

        cloud.Event("bob", "signed_up");
        cloud.Event("ada", "signed_up");
        await cloud.Pinpoint.SettleAsync();

        Assert.Equal(["ada"], cloud.Pinpoint.Served);
    }

    // User guide, "Publish the journey".
    [Fact]
    public async Task Entry_opens_five_minutes_after_the_launch()
    {
        cloud.Journey(OnEvent("signed_up"));
        await cloud.Pinpoint.AdvanceAsync(TimeSpan.FromMinutes(5) - TimeSpan.FromTicks(1));
        cloud.Event("ada", "signed_up");
        await cloud.Pinpoint.AdvanceAsync(TimeSpan.FromTicks(1));
        Assert.Empty(cloud.Pinpoint.Messages);

        cloud.Event("bob", "signed_up");
        await cloud.Pinpoint.SettleAsync();

        Assert.Equal(["bob"], cloud.Pinpoint.Served);
    }

    [Fact]
    public async Task Waits_fire_at_their_instant()
    {
        await cloud.OpenJourneyAsync(OnEvent("signed_up"), new
        {
            first = Email("hello", "pause"),
            pause = Wait("P2D", "second"),
            second = Email("again", "until"),
            until = new { Wait = new { WaitTime = new { WaitUntil = "2026-03-05T12:00:00Z" }, NextActivity = "third" } },
            third = Email("other"),
        });
        cloud.Event("ada", "signed_up");
        await cloud.Pinpoint.AdvanceAsync(TimeSpan.FromDays(10));

        Assert.Equal(["hello ada 0.083", "again ada 48.083", "other ada 96"], cloud.Served);
    }

    [Fact]
    public async Task Active_participant_does_not_enter_again_and_may_once_it_is_through()
    {
        await cloud.OpenJourneyAsync(
            OnEvent("signed_up"),
            new { first = Email("hello", "pause"), pause = Wait("PT1H", null) },
            journey => journey["Limits"] = new { EndpointReentryCap = 0 });
        cloud.Event("ada", "signed_up");
        cloud.Event("ada", "signed_up");
        await cloud.Pinpoint.AdvanceAsync(TimeSpan.FromMinutes(59));
        cloud.Event("ada", "signed_up");
        await cloud.Pinpoint.AdvanceAsync(TimeSpan.FromMinutes(1));
        cloud.Event("ada", "signed_up");
        await cloud.Pinpoint.SettleAsync();

        Assert.Equal(["hello ada 0.083", "hello ada 1.083"], cloud.Served);
    }

    [Theory]
    [InlineData(null, 1)]
    [InlineData(2, 2)]
    [InlineData(0, 4)]
    public async Task Re_entry_has_a_cap(int? cap, int messages)
    {
        await cloud.OpenJourneyAsync(OnEvent("signed_up"), change: journey => journey["Limits"] = new { EndpointReentryCap = cap });
        for (var i = 0; i < 4; i++)
        {
            cloud.Event("ada", "signed_up");
            await cloud.Pinpoint.SettleAsync();
        }

        Assert.Equal(messages, cloud.Pinpoint.Messages.Count);
    }

    [Fact]
    public async Task Custom_activity_calls_the_function_with_the_company_endpoint()
    {
        cloud.Pinpoint.UpdateEndpoint(
            "company",
            new { Address = "company", ChannelType = "CUSTOM", User = new { UserAttributes = new { feature = new[] { "dark mode" } } } });
        var id = await cloud.OpenJourneyAsync(OnEvent("company.feature_release"), new { first = Custom(null, "CUSTOM") });

        cloud.Event("company", "company.feature_release");
        cloud.Event("ada", "company.feature_release");
        await cloud.Pinpoint.SettleAsync();

        var payload = Assert.Single(cloud.Pinpoint.Functions.Events).AsObject();
        Assert.Equal(["ApplicationId", "Data", "Endpoints", "JourneyId"], payload.Select(each => each.Key).Order(StringComparer.Ordinal));
        Assert.Equal(
            (cloud.Pinpoint.App, id, "feature_release"),
            ((string)payload["ApplicationId"]!, (string)payload["JourneyId"]!, (string)payload["Data"]!));
        var (endpointId, endpoint) = Assert.Single(payload["Endpoints"]!.AsObject());
        Assert.Equal(("company", "dark mode"), (endpointId, (string)endpoint!["User"]!["UserAttributes"]!["feature"]![0]!));
        Assert.Equal(
            Principal.Service("pinpoint.eu-west-1.amazonaws.com", $"{cloud.Pinpoint.AppArn}/journeys/{id}"),
            Assert.Single(cloud.Pinpoint.Aws.Calls).Caller);
    }

    [Fact]
    public async Task Answer_of_a_function_decides_a_split()
    {
        cloud.Pinpoint.Functions.Behaviour = payload => Task.FromResult(FakeFunctions.Answer(
            new JsonObject(payload["Endpoints"]!.AsObject().Select(each => KeyValuePair.Create<string, JsonNode?>(
                each.Key, new JsonObject
                {
                    ["EventAttributes"] = new JsonObject { ["verdict"] = each.Key == "ada" ? "yes" : "no" }
                }))).ToJsonString()));
        object EventCondition(string verdict) =>
            new
            {
                EventCondition = new
                {
                    MessageActivity = "first",
                    Dimensions = new { Attributes = new { verdict = new { Values = new[] { verdict } } } }
                }
            };
        await cloud.OpenJourneyAsync(OnEvent("signed_up"), new
        {
            first = Custom("split"),
            split = new
            {
                MultiCondition = new
                {
                    Branches = new[] { new { Condition = EventCondition("yes"), NextActivity = "welcome" } },
                    DefaultActivity = "sorry"
                }
            },
            welcome = Email("hello"),
            sorry = Email("other"),
        });

        cloud.Event("ada", "signed_up");
        cloud.Event("bob", "signed_up");
        await cloud.Pinpoint.SettleAsync();

        Assert.Equal(["hello ada 0.083", "other bob 0.083"], cloud.Served);
    }

    [Fact]
    public async Task Conditional_split_waits_for_what_becomes_of_a_message_and_asks_for_membership()
    {
        var premium = cloud.Pinpoint.Segment(new { UserAttributes = new { tier = new { Values = new[] { "premium" } } } });
        object[] conditions =
        [
            new
            {
                EventCondition = new
                {
                    MessageActivity = "first",
                    Dimensions = new { EventType = new { Values = new[] { "_email.click" } } },
                },
            },
            new { SegmentCondition = new { SegmentId = premium } },
        ];
        await cloud.OpenJourneyAsync(OnEvent("signed_up"), new
        {
            first = Email("hello", "split"),
            split = new
            {
                ConditionalSplit = new
                {
                    Condition = new { Operator = "ALL", Conditions = conditions },
                    EvaluationWaitTime = new { WaitFor = "P1D" },
                    TrueActivity = "yes",
                    FalseActivity = "no"
                }
            },
            yes = Email("again"),
            no = Email("other"),
        });
        cloud.Pinpoint.Customer("cyd", new { tier = new[] { "premium" } });
        foreach (var id in new[] { "ada", "bob", "cyd" })
        {
            cloud.Event(id, "signed_up");
        }

        await cloud.Pinpoint.AdvanceAsync(TimeSpan.FromHours(1));
        cloud.Event("ada", "_email.click", new { journey_activity_id = "first" });
        cloud.Event("bob", "_email.click", new { journey_activity_id = "first" });
        await cloud.Pinpoint.AdvanceAsync(TimeSpan.FromDays(1));

        Assert.Equal(["again ada 24.083", "other bob 24.083", "other cyd 24.083"], cloud.Served.Skip(3));
    }

    [Fact]
    public async Task Message_that_was_delivered_is_an_event_of_its_activity()
    {
        cloud.Pinpoint.Customer("out", optOut: "ALL");
        await cloud.OpenJourneyAsync(OnEvent("signed_up"), new
        {
            first = Email("hello", "split"),
            split = new
            {
                ConditionalSplit = new
                {
                    Condition = new
                    {
                        Conditions = new[]
                        {
                            new { EventCondition = new
                            {
                                MessageActivity = "first",
                                Dimensions = new { EventType = new { Values = new[] { "_email.delivered" } } },
                            } },
                        }
                    },
                    TrueActivity = "next",
                    FalseActivity = "function",
                },
            },
            next = Email("again"),
            function = Custom(),
        });

        cloud.Event("ada", "signed_up");
        cloud.Event("out", "signed_up");
        await cloud.Pinpoint.SettleAsync();

        Assert.Equal(["hello ada 0.083", "again ada 0.083"], cloud.Served);
        Assert.Empty(cloud.Pinpoint.Functions.Events);
    }

    [Fact]
    public async Task Random_split_and_holdout_share_participants_out()
    {
        await cloud.OpenJourneyAsync(OnEvent("signed_up"), new
        {
            first = new { Holdout = new { Percentage = 50, NextActivity = "split" } },
            split = new
            {
                RandomSplit = new
                {
                    Branches = new[] { new { NextActivity = "a", Percentage = 80 }, new { NextActivity = "b", Percentage = 20 } }
                }
            },
            a = Email("hello"),
            b = Email("other"),
        });
        for (var i = 0; i < 400; i++)
        {
            cloud.Pinpoint.Customer($"c{i}");
            cloud.Event($"c{i}", "signed_up");
        }

        await cloud.Pinpoint.SettleAsync();

        Assert.InRange(cloud.Pinpoint.Messages.Count, 160, 240);
        Assert.InRange(cloud.Pinpoint.Messages.Count(each => each.Subject == "other"), 20, 65);
    }

    [Fact]
    public async Task Sms_goes_to_numbers_only()
    {
        cloud.Pinpoint.UpdateEndpoint("phone", new { Address = "+491", ChannelType = "SMS", User = new { UserId = "jo" } });
        await cloud.OpenJourneyAsync(OnEvent("signed_up"), new { first = new { SMS = new { TemplateName = "hello" } } });

        cloud.Event("phone", "signed_up");
        cloud.Event("ada", "signed_up");
        await cloud.Pinpoint.SettleAsync();

        Assert.Equal([("SMS", "+491", "Hi jo")], cloud.Pinpoint.Messages.Select(each => (each.Channel, each.Address, each.Body)));
    }
}
