using Amazon.Lambda.SQSEvents;
using Engagement;
using Engagement.CompanyEvents;
using Engagement.CompanyEvents.Audiences;
using Engagement.CompanyEvents.Runs;
using Engagement.Consent;
using Engagement.Customers;
using Engagement.Definitions.Announcements;
using Engagement.Definitions.Journeys;
using Engagement.Definitions.Reminders;
using Engagement.Definitions.Segments;
using Engagement.Definitions.Templates;
using Engagement.Definitions.Topics;
using Engagement.Functions;
using Engagement.Journeys;
using Engagement.Sending;
using Engagement.Services;
using Engagement.Times;
using Handlers.Tests.Consent;
using Handlers.Tests.Journeys.OnPinpoint;
using SendCampaign;

namespace Handlers.Tests.CompanyEvents;

public class SendCampaignTests
{
    private const string Run = "release.premium.r1";

    private static readonly CampaignIdentity Campaign = new() { Announcement = "release", Campaign = "premium", EventId = "r1" };

    private readonly Telemetry telemetry = new();
    private readonly FakeRuns runs = new();
    private readonly FakeShareQueue queue = new();
    private readonly FakeLedger ledger = new();
    private readonly FakeDeliveries deliveries = new();
    private readonly MemoryConsents consents = new();
    private readonly FakeCustomers customers = new([.. Enumerable.Range(0, 7).Select(number => Customer($"e{number}"))]);
    private readonly List<string> sent = [];
    private readonly MemoryJourneys journeys = new();
    private MessageLimit? limit;
    private AllowedHours? hours;
    // More than a clock can tell apart.
    private double messagesASecond = 1e9;
    private Func<OutgoingMessage, SendOutcome> service = message => new SendOutcome.Sent($"m-{message.To.Endpoint.Id}");

    [Fact]
    public async Task A_share_is_gone_through_page_by_page_and_everyone_gets_the_message_and_what_the_campaign_sets()
    {
        await BeginAsync();
        Assert.Empty(await SendAsync(share: 0));
        Assert.Equal(["e0", "e1", "e2", "e3", "e4", "e5", "e6"], sent.Order());
        Assert.Equal((3, true, 7), (Share.Page, Share.IsDone, Share.Progress.Sent));
        Assert.All(customers.Applied, update => Assert.Equal(["4.2"], update.UserAttributes["last_release"]));
        Assert.Equal(7, customers.Applied.Count);
        Assert.Empty(queue.Sent);
        Assert.Equal(7, telemetry.Metric("MessagesSent"));
    }

    [Fact]
    public async Task The_run_is_completed_with_its_last_share_and_a_share_that_comes_again_changes_nothing()
    {
        await BeginAsync();
        for (var share = 0; share < CampaignRun.ShareCount; share++)
        {
            Assert.Equal(RunState.Sending, runs[Run].State);
            await SendAsync(share);
        }

        Assert.Equal(RunState.Completed, runs[Run].State);
        Assert.Empty(await SendAsync(share: 0));
        Assert.Equal(7, sent.Count);
        Assert.Equal(1, telemetry.Metric("RunsCompleted"));
        Assert.Equal(("7", "7", "0"), Shown("seen", "sent", "unknown"));
    }

    [Fact]
    public async Task Who_unsubscribed_and_an_address_that_takes_nothing_are_left_out_with_the_reason()
    {
        await consents.ChooseAsync(AddressKey.From("E1@example.com"), [new("announcements", false, new(default, "r"))], default);
        await consents.ChooseAsync(AddressKey.From("e2@example.com"), [new("another", false, new(default, "r"))], default);
        await consents.SuppressAsync(AddressKey.From("e3@example.com"), new(SuppressionReason.Complaint, new(default, "f")), default);
        await BeginAsync();
        Assert.Empty(await SendAsync(share: 0));
        Assert.Equal(["e0", "e2", "e4", "e5", "e6"], sent.Order());
        Assert.Equal((5, 1, 1), (Share.Progress.Sent, Share.Progress.LeftOut["unsubscribed"], Share.Progress.LeftOut["suppressed"]));
        Assert.Equal(5, customers.Applied.Count);
    }

    [Fact]
    public async Task Each_endpoint_gets_the_message_of_its_own_channel()
    {
        customers.Replace([Customer("e0"), Text("t1", "+49 151 1234567"), Text("t2", "0151 1234567"), Customer("e3", channel: "PUSH")]);
        await BeginAsync();
        Assert.Empty(await SendAsync(share: 0));
        Assert.Equal(["e0", "t1"], sent.Order());
        Assert.Equal((2, 1, 1), (Share.Progress.Sent, Share.Progress.LeftOut["noPhoneNumber"], Share.Progress.LeftOut["channel"]));
    }

    [Fact]
    public async Task A_template_without_a_text_leaves_telephones_out()
    {
        customers.Replace([Customer("e0"), Text("t1", "+491511234567")]);
        await BeginAsync();
        Assert.Empty(await SendAsync(share: 0, lacking: "text"));
        Assert.Equal(["e0"], sent);
        Assert.Equal(1, Share.Progress.LeftOut["channel"]);
    }

    [Fact]
    public async Task Who_stopped_texts_gets_none_however_the_number_is_spelled()
    {
        customers.Replace([Text("t1", "+49 (151) 123-4567")]);
        await consents.ChooseAsync(AddressKey.From("+491511234567"), [new(null, false, new(default, "r"))], default);
        await BeginAsync();
        Assert.Empty(await SendAsync(share: 0));
        Assert.Empty(sent);
        Assert.Equal(1, Share.Progress.LeftOut["unsubscribed"]);
    }

    [Fact]
    public async Task Nothing_is_sent_while_nobody_knows_who_wants_it()
    {
        consents.Fails = true;
        await BeginAsync();
        Assert.Empty(await SendAsync(share: 0));
        Assert.Empty(sent);
        Assert.Single(queue.Sent);
    }

    [Theory]
    [InlineData("no json")]
    [InlineData("""{"run":"release","share":0}""")]
    [InlineData("""{"run":"release.premium.r1","share":8}""")]
    [InlineData("""{"run":"release.premium.other","share":0}""")]
    public async Task What_names_no_share_goes_back_and_is_told_of(string body)
    {
        await BeginAsync();
        Assert.Equal(["m"], await SendAsync(body));
        Assert.Equal(1, telemetry.Metric("SharesReturned", "unreadable"));
        Assert.Single(telemetry.Lines("runMissing"));
    }

    [Fact]
    public async Task A_run_whose_event_is_not_there_ends_and_says_why()
    {
        Assert.True(await runs.TryCreateAsync(new() { Identity = Campaign, Due = telemetry.Time.GetUtcNow() }, default));
        await runs.BeginAsync(Campaign, default);
        Assert.Empty(await SendAsync(share: 0));
        Assert.Equal((RunState.Invalid, "unknownEvent"), (runs[Run].State, runs[Run].Problem));
        Assert.Equal(1, telemetry.Metric("CampaignRulesMissing", "unknownEvent"));
        Assert.Empty(sent);
    }

    [Theory]
    [InlineData("noTemplate")]
    [InlineData("noSegment")]
    public async Task A_run_whose_definitions_are_not_there_ends_and_says_why(string problem)
    {
        await BeginAsync();
        await SendAsync(share: 0, lacking: problem);
        Assert.Equal((RunState.Invalid, problem), (runs[Run].State, runs[Run].Problem));
    }

    [Fact]
    public async Task A_refusal_leaves_one_customer_out_and_says_why()
    {
        await BeginAsync();
        service = message => message.To.Endpoint.Id == "e1" ? new SendOutcome.Refused("rejected") : new SendOutcome.Sent("m");
        await SendAsync(share: 0);
        Assert.Equal((6, 1), (Share.Progress.Sent, Share.Progress.LeftOut["rejected"]));
        Assert.Equal(1, telemetry.Metric("CustomersLeftOut", "rejected"));
        Assert.DoesNotContain(customers.Applied, update => update.EndpointId == "e1");
    }

    [Fact]
    public async Task An_answer_that_is_lost_is_counted_and_the_message_not_sent_again()
    {
        await BeginAsync();
        service = message => message.To.Endpoint.Id == "e1" ? new SendOutcome.Unknown("noAnswer") : new SendOutcome.Sent("m");
        await SendAsync(share: 0);
        Assert.Equal((6, 1), (Share.Progress.Sent, Share.Progress.Unknown));
        Assert.Equal(1, telemetry.Metric("MessagesUnknown", "noAnswer"));
        Assert.Equal(7, sent.Count);
    }

    [Fact]
    public async Task Reasons_that_concern_everybody_stop_the_share_for_ten_minutes_and_lose_nothing()
    {
        await BeginAsync();
        service = _ => new SendOutcome.Stopped("paused");
        Assert.Empty(await SendAsync(share: 0));
        Assert.Equal([(new ShareMessage { Run = Run, Share = 0 }, SendingRules.Rest)], queue.Sent);
        Assert.Empty(deliveries.All);
        Assert.Equal(1, telemetry.Metric("SendingStopped", "paused"));
        service = _ => new SendOutcome.Sent("m");
        await SendAsync(share: 0);
        Assert.Equal(7, Share.Progress.Sent);
    }

    [Fact]
    public async Task A_claim_without_result_waits_until_its_holder_must_have_ended_and_is_unknown_then()
    {
        await BeginAsync();
        deliveries.Add(Delivery.Claimed($"{Run}#e1", telemetry.Time.GetUtcNow()));
        await SendAsync(share: 0);
        Assert.Equal(["e0", "e2"], sent.Order());
        Assert.Equal(Delivery.Patience, queue.Sent.Single().Delay);
        telemetry.Time.Advance(Delivery.Patience);
        await SendAsync(share: 0);
        Assert.Equal((6, 1), (Share.Progress.Sent, Share.Progress.Unknown));
        Assert.Equal(1, telemetry.Metric("MessagesUnknown", "noResult"));
        Assert.Equal(6, sent.Count);
    }

    [Fact]
    public async Task What_cannot_be_written_down_is_never_sent_again()
    {
        await BeginAsync();
        deliveries.CannotSettle = true;
        await SendAsync(share: 0);
        Assert.Equal((3, 1), (sent.Count, queue.Sent.Single().Message.Attempt));
        deliveries.CannotSettle = false;
        telemetry.Time.Advance(Delivery.Patience);
        await SendAsync(share: 0);
        Assert.Equal((4, 3), (Share.Progress.Sent, Share.Progress.Unknown));
        Assert.Equal(7, sent.Count);
    }

    [Fact]
    public async Task Attributes_that_a_limit_refuses_are_lost_and_told_of_and_others_are_written_later()
    {
        await BeginAsync();
        customers.Failure = ServiceFailure.Throttled;
        await SendAsync(share: 0);
        Assert.Equal((3, 0), (sent.Count, Share.Page));
        customers.Failure = null;
        await SendAsync(share: 0);
        Assert.Equal((7, 7), (sent.Count, customers.Applied.Count));

        await BeginAsync("r2");
        customers.Failure = ServiceFailure.Refused;
        await SendAsync($$"""{"run":"release.premium.r2","share":0}""");
        Assert.Equal(7, telemetry.Metric("UserAttributesLost"));
        Assert.True(runs["release.premium.r2"].Shares[0].IsDone);
    }

    [Fact]
    public async Task A_service_that_stops_is_told_of_and_is_no_try_in_vain_even_when_attributes_cannot_be_written()
    {
        await BeginAsync();
        service = message => message.To.Endpoint.Id == "e0" ? new SendOutcome.Sent("m") : new SendOutcome.Stopped("paused");
        customers.Failure = ServiceFailure.Failed;
        await SendAsync(share: 0);
        Assert.Equal([(new ShareMessage { Run = Run, Share = 0 }, SendingRules.Rest)], queue.Sent);
        Assert.Equal(1, telemetry.Metric("SendingStopped", "paused"));
        customers.Failure = null;
        service = _ => new SendOutcome.Sent("m");
        await SendAsync(share: 0);
        Assert.Equal((7, 7), (Share.Progress.Sent, customers.Applied.Count));
    }

    [Fact]
    public async Task A_share_that_cannot_be_queued_again_goes_back()
    {
        await BeginAsync();
        service = _ => new SendOutcome.Stopped("paused");
        queue.Down = true;
        Assert.Equal(["m"], await SendAsync(share: 0));
    }

    [Fact]
    public async Task Nothing_of_a_customer_is_in_a_log()
    {
        await BeginAsync();
        service = message => message.To.Endpoint.Id switch
        {
            "e1" => new SendOutcome.Refused("rejected"),
            "e2" => new SendOutcome.Unknown("noAnswer"),
            _ => new SendOutcome.Sent("m"),
        };
        customers.Failure = ServiceFailure.Refused;
        await SendAsync(share: 0);
        Assert.DoesNotMatch("e[0-6]\\b|example\\.com|ada", telemetry.Output);
    }

    [Fact]
    public async Task Who_is_outside_the_hours_is_held_and_gets_the_message_when_they_open()
    {
        At("2026-12-01T06:00Z");
        hours = new(9 * 60, 20 * 60);
        customers.Replace([Customer("berlin", zone: "Europe/Berlin"), Customer("tokyo", zone: "Asia/Tokyo"), Customer("none")]);
        await BeginAsync();
        await SendToAllAsync();
        Assert.Equal(["tokyo"], sent);
        Assert.Equal((RunState.Waiting, 2, Instant("2026-12-01T08:00Z")), (runs[Run].State, runs[Run].Pass, runs[Run].Due));
        Assert.Equal((3, 1, 2), (runs[Run].Progress.Seen, runs[Run].Progress.Sent, runs[Run].Progress.Held));
        Assert.Equal(2, telemetry.Metric("MessagesHeld"));
        Assert.Equal("2", (string?)telemetry.Lines("runHeld").Single()["held"]);

        await SweepAsync();
        Assert.Equal(RunState.Waiting, runs[Run].State);
        At("2026-12-01T08:00Z");
        await SweepAsync();
        Assert.Equal(["tokyo", "berlin"], sent);
        At("2026-12-01T09:00Z");
        await SweepAsync();
        Assert.Equal(["tokyo", "berlin", "none"], sent);
        Assert.Equal((RunState.Completed, 3, 3), (runs[Run].State, runs[Run].Progress.Seen, runs[Run].Progress.Sent));
        Assert.Equal(["berlin", "none", "tokyo"], customers.Applied.Select(each => each.EndpointId).Order());
    }

    [Fact]
    public async Task Everything_is_asked_again_when_the_hours_open()
    {
        At("2026-12-01T06:00Z");
        hours = new(9 * 60, 20 * 60);
        customers.Replace([Customer("e0"), Customer("e1"), Customer("e2"), Customer("e3", tier: "free")]);
        await BeginAsync();
        await SendToAllAsync();
        Assert.Equal(3, runs[Run].Progress.Held);

        await consents.ChooseAsync(AddressKey.From("e1@example.com"), [new(null, false, new(default, "r"))], default);
        customers.Replace([Customer("e0"), Customer("e1"), Customer("e2", tier: "free"), Customer("e3", tier: "free")]);
        At("2026-12-01T09:00Z");
        await SweepAsync();
        Assert.Equal(["e0"], sent);
        Assert.Equal((1, 2), (runs[Run].Progress.LeftOut["unsubscribed"], runs[Run].Progress.LeftOut["segment"]));
        Assert.Equal((RunState.Completed, 0), (runs[Run].State, runs[Run].Progress.Held));
    }

    [Fact]
    public async Task A_campaign_whose_announcement_is_held_or_gone_meanwhile_does_not_go_out()
    {
        At("2026-12-01T06:00Z");
        hours = new(9 * 60, 20 * 60);
        await BeginAsync();
        await SendToAllAsync();
        At("2026-12-01T09:00Z");
        await SweepAsync(isHeld: true);
        Assert.Equal((RunState.Waiting, 1), (runs[Run].State, telemetry.Metric("CampaignsHeld")));
        await SweepAsync(lacking: "noTemplate");
        Assert.Equal((RunState.Invalid, "noTemplate"), (runs[Run].State, runs[Run].Problem));
        Assert.Empty(sent);
    }

    [Fact]
    public async Task A_message_of_an_earlier_pass_finds_nothing_to_do_while_the_run_waits()
    {
        At("2026-12-01T06:00Z");
        hours = new(9 * 60, 20 * 60);
        await BeginAsync();
        await SendToAllAsync();
        Assert.Empty(await SendAsync(share: 0));
        Assert.Equal((0, 2), (telemetry.Metric("SharesReturned", "unreadable"), runs[Run].Pass));
    }

    [Fact]
    public async Task A_turn_that_comes_after_the_hours_sends_nothing()
    {
        At("2026-12-01T19:59:58Z");
        hours = new(9 * 60, 20 * 60);
        messagesASecond = 0.5;
        service = message =>
        {
            telemetry.Time.Advance(TimeSpan.FromSeconds(3));
            return new SendOutcome.Sent("m");
        };
        customers.Replace([Customer("e0"), Customer("e1")]);
        await BeginAsync();
        await SendToAllAsync();
        Assert.Single(sent);
        Assert.Equal((1, Instant("2026-12-02T09:00Z")), (runs[Run].Progress.Held, runs[Run].Due));
    }

    [Fact]
    public async Task The_limit_counts_what_journeys_and_other_campaigns_sent_and_leaves_out_once_and_for_all()
    {
        limit = new(2, TimeSpan.FromDays(1));
        customers.Replace([Customer("e0"), Customer("e1"), Customer("E2")]);
        await GotAsync("e0", 1);
        await GotAsync("e1", 25, 2);
        await GotAsync("e2", 1, 23);
        await BeginAsync();
        await SendToAllAsync();
        Assert.Equal(["e0", "e1"], sent.Order());
        Assert.Equal((2, 1), (runs[Run].Progress.Sent, runs[Run].Progress.LeftOut["limit"]));
        Assert.Equal(1, telemetry.Metric("CustomersLeftOut", "limit"));
        Assert.Equal("limit", deliveries.All[$"{Run}#e2"].Reason);

        await BeginAsync("r2");
        await SendAsync("""{"run":"release.premium.r2","share":0}""");
        Assert.Equal((2, 3), (sent.Count, runs["release.premium.r2"].Progress.LeftOut["limit"]));
        telemetry.Time.Advance(TimeSpan.FromDays(1));
        await BeginAsync("r3");
        await SendAsync("""{"run":"release.premium.r3","share":0}""");
        Assert.Equal(5, sent.Count);
    }

    [Fact]
    public async Task A_message_that_surely_was_not_sent_does_not_count()
    {
        limit = new(1, TimeSpan.FromDays(1));
        customers.Replace([Customer("e0"), Customer("e1")]);
        service = message => message.To.Endpoint.Id == "e0" ? new SendOutcome.Stopped("paused") : new SendOutcome.NotSent("throttled");
        await BeginAsync();
        await SendAsync(share: 0);
        Assert.Empty(journeys["e0"]?.Sends ?? []);
        Assert.Empty(journeys["e1"]?.Sends ?? []);
        service = _ => new SendOutcome.Sent("m");
        await SendAsync(share: 0);
        Assert.Equal(["e0", "e1"], sent.Order());
        Assert.Single(journeys["e0"]!.Sends);
    }

    [Fact]
    public async Task A_journey_that_claims_meanwhile_counts_first()
    {
        limit = new(1, TimeSpan.FromDays(1));
        customers.Replace([Customer("e0")]);
        journeys.BeforeWrite = () => GotAsync("e0", 0).GetAwaiter().GetResult();
        await BeginAsync();
        await SendAsync(share: 0);
        Assert.Empty(sent);
        Assert.Equal(1, Share.Progress.LeftOut["limit"]);
    }

    [Fact]
    public async Task A_count_that_fails_gives_the_claim_back_and_the_message_comes_later()
    {
        limit = new(1, TimeSpan.FromDays(1));
        customers.Replace([Customer("e0")]);
        journeys.BeforeWrite = () => throw new ServiceException(ServiceFailure.Failed, "Journeys: down");
        await BeginAsync();
        await SendAsync(share: 0);
        Assert.Empty(sent);
        Assert.Empty(deliveries.All);
        await SendAsync(share: 0);
        Assert.Equal(["e0"], sent);
    }

    [Fact]
    public async Task Without_a_limit_and_for_what_is_held_nothing_is_read_of_journeys()
    {
        await BeginAsync();
        await SendToAllAsync();
        Assert.Equal((7, 0), (sent.Count, journeys.Calls));
        limit = new(1, TimeSpan.FromDays(1));
        hours = new(20 * 60, 24 * 60);
        await BeginAsync("r2");
        await SendAsync("""{"run":"release.premium.r2","share":0}""");
        Assert.Equal((7, 7, 0), (sent.Count, runs["release.premium.r2"].Progress.Held, journeys.Calls));
    }

    private RunShare Share => runs[Run].Shares[0];

    private async Task GotAsync(string endpointId, params int[] hoursAgo) => Assert.True(await journeys.TryWriteAsync(
        new() { EndpointId = endpointId, Sends = [.. hoursAgo.Select(hours => telemetry.Time.GetUtcNow().AddHours(-hours))] }, default));

    private void At(string instant) => telemetry.Time.Advance(Instant(instant) - telemetry.Time.GetUtcNow());

    private static DateTimeOffset Instant(string text) => IsoInstant.Parse(text)!.Value;

    private async Task SendToAllAsync(string? lacking = null)
    {
        for (var share = 0; share < CampaignRun.ShareCount; share++)
        {
            Assert.Empty(await SendAsync(share, lacking));
        }
    }

    // The sweep, and the senders of what it queues.
    private async Task SweepAsync(bool isHeld = false, string? lacking = null)
    {
        var catalog = Catalog with { Announcements = [.. Catalog.Announcements.Select(each => each with { IsHeld = isHeld })] };
        var due = new DueRuns(catalog, runs, new(runs, queue, telemetry.Log), telemetry.Time, telemetry.Log, telemetry.Metrics);
        using var deadline = telemetry.Deadline();
        await due.StartAsync(deadline);
        foreach (var (message, _) in queue.Sent)
        {
            Assert.Empty(await SendAsync(message.ToJson(), lacking));
        }

        queue.Sent.Clear();
    }

    private AnnouncementCatalog Catalog => Invocation.Catalog with
    {
        Announcements =
        [
            .. Invocation.Catalog.Announcements.Select(each => each with
            {
                Campaigns = [.. each.Campaigns.Select(campaign => campaign with { Between = hours })],
            }),
        ],
    };

    private static CustomerProfile Text(string endpointId, string number) => Customer(endpointId, "SMS", number);

    private static CustomerProfile Customer(
        string endpointId, string channel = "EMAIL", string? address = null, string? zone = null, string tier = "premium")
    {
        var update = new CustomerUpdate
        {
            Stamp = new(DateTimeOffset.UnixEpoch, "r"),
            EndpointId = endpointId,
            UserId = $"ada-{endpointId}",
            UserAttributes = new Dictionary<string, IReadOnlyList<string>>
            {
                ["language"] = ["en"],
                ["tier"] = [tier],
                ["tz"] = zone is null ? [] : [zone],
            },
            Fields = new Dictionary<string, string>
            {
                [EndpointField.Address] = address ?? $"{endpointId}@example.com",
                [EndpointField.ChannelType] = channel,
            },
        };
        return CustomerMerge.WithUser(
            CustomerMerge.WithEndpoint(new() { Id = CustomerId.OfUser(update.UserId) }, CustomerMerge.EndpointOf(update)), update);
    }

    private (string?, string?, string?) Shown(string one, string other, string third)
    {
        var line = telemetry.Lines("runCompleted").Single();
        return ((string?)line[one], (string?)line[other], (string?)line[third]);
    }

    private async Task BeginAsync(string eventId = "r1")
    {
        await ledger.PublishAsync(Invocation.Release(telemetry.Time.GetUtcNow(), eventId), default);
        var identity = Campaign with { EventId = eventId };
        Assert.True(await runs.TryCreateAsync(new() { Identity = identity, Due = telemetry.Time.GetUtcNow() }, default));
        var begun = await runs.BeginAsync(identity, default);
        await runs.NoteQueuedAsync(identity, begun.Pass, default);
    }

    private Task<IReadOnlyList<string>> SendAsync(int share, string? lacking = null) =>
        SendAsync(new ShareMessage { Run = Run, Share = share }.ToJson(), lacking);

    private async Task<IReadOnlyList<string>> SendAsync(string body, string? lacking = null)
    {
        var endpoints = new EndpointSender(
            deliveries,
            new[] { Channel.Email, Channel.Sms }.ToDictionary(
                channel => channel,
                _ => new SendingChannel(new FakeMessages(this), new(new FixedRate(messagesASecond), 1, telemetry.Time))),
            telemetry.Time,
            telemetry.Log,
            telemetry.Metrics);
        var sender = new ShareSender(
            runs,
            queue,
            Audiences(lacking),
            new(customers),
            new(
                deliveries,
                consents,
                endpoints,
                new(customers, telemetry.Log, telemetry.Metrics),
                telemetry.Time,
                telemetry.Log,
                telemetry.Metrics,
                limit is null ? null : new ContactLimit(limit, journeys)),
            telemetry.Log,
            telemetry.Metrics);
        using var deadline = new Deadline(telemetry.Time, TimeSpan.FromMinutes(2), SendingRules.Reserve);
        var answer = await new SendCampaignHandler(sender).HandleAsync(
            new SQSEvent { Records = [new() { MessageId = "m", Body = body }] }, deadline);
        return [.. answer.BatchItemFailures.Select(failure => failure.ItemIdentifier)];
    }

    private RunAudiences Audiences(string? lacking) => new(
        Catalog,
        lacking == "noSegment" ? SegmentCatalog.Empty : new()
        {
            Segments =
            [
                new()
                {
                    Name = "premium",
                    Conditions = [Tier],
                },
            ],
        },
        lacking == "noTemplate" ? [] : new Dictionary<string, MessageTemplate>
        {
            ["new-premium"] = new()
            {
                Name = "new-premium",
                Email = new() { Subject = "New", Html = "New", Text = "New" },
                Text = lacking == "text" ? null : new() { Body = "New" },
            },
        },
        TopicCatalog.Default,
        new AudienceRules(ledger, Catalog),
        CustomerZone.Utc);

    private static SegmentCondition Tier => new()
    {
        Subject = SegmentSubject.UserAttribute,
        Name = "tier",
        Operator = SegmentOperator.In,
        Values = ["premium"],
    };

    private sealed class FixedRate(double messagesASecond) : ISendingRate
    {
        public ValueTask<double> ReadAsync(CancellationToken cancellation) => new(messagesASecond);
    }

    private sealed class FakeMessages(SendCampaignTests test) : IMessages
    {
        public Task<SendOutcome> SendAsync(OutgoingMessage message, CancellationToken cancellation)
        {
            var outcome = test.service(message);
            lock (test.sent)
            {
                test.sent.AddRange(outcome is SendOutcome.Sent or SendOutcome.Unknown ? [message.To.Endpoint.Id] : []);
            }

            return Task.FromResult(outcome);
        }
    }
}
