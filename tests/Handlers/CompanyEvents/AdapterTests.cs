using Engagement.Aws.Queues;
using Engagement.Aws.StateMachines;
using Engagement.CompanyEvents;
using Engagement.CompanyEvents.Audiences;
using Engagement.CompanyEvents.Ledger;
using Engagement.Definitions.Announcements;
using Engagement.Definitions.Templates;
using Engagement.Pinpoint.Campaigns;
using Engagement.Pinpoint.Journeys;
using Engagement.Services;
using Handlers.Tests.AwsSdk;

namespace Handlers.Tests.CompanyEvents;

public class AdapterTests
{
    private readonly Telemetry telemetry = new();

    private CompanyEvent Event => Invocation.Release(telemetry.Time.GetUtcNow());

    [Fact]
    public async Task The_company_endpoint_gets_the_attributes_before_the_event_is_recorded()
    {
        await using var service = new LoopbackService(
            new ScriptedAnswer(202, "{}"),
            new ScriptedAnswer(202, """{"Results":{"company":{"EventsItemResponse":{"r1":{"StatusCode":202,"Message":"Accepted"}}}}}"""));
        await new JourneyLaunchTrigger(Clients.Pinpoint(service), "app", telemetry.Calls())
            .NotifyAsync(new() { Event = Event }, Invocation.Catalog.Find("release")!, default);
        Assert.Equal(
            ["PUT /v1/apps/app/endpoints/company", "POST /v1/apps/app/events"],
            service.Requests.Select(request => $"{request.Method} {request.Path}"));
        Assert.Equal(
            """{"ChannelType":"CUSTOM","User":{"UserAttributes":{"version":["4.2"],"company_event_id":["r1"]}}}""",
            service.Requests[0].Text);
        var recorded = service.Requests[1].Json.GetProperty("BatchItem").GetProperty("company").GetProperty("Events").GetProperty("r1");
        Assert.Equal("company.release", recorded.GetProperty("EventType").GetString());
        Assert.Equal("r1", recorded.GetProperty("Attributes").GetProperty("company_event_id").GetString());
    }

    [Fact]
    public async Task An_event_that_was_not_taken_within_a_call_that_was_is_a_failure()
    {
        await using var service = new LoopbackService(
            new ScriptedAnswer(202, "{}"),
            new ScriptedAnswer(202, """{"Results":{"company":{"EventsItemResponse":{"r1":{"StatusCode":400,"Message":"no"}}}}}"""));
        var endpoint = new JourneyLaunchTrigger(Clients.Pinpoint(service), "app", telemetry.Calls());
        var exception = await Assert.ThrowsAsync<ServiceException>(
            () => endpoint.NotifyAsync(new() { Event = Event }, Invocation.Catalog.Find("release")!, default));
        Assert.Equal(ServiceFailure.Refused, exception.Failure);
    }

    [Fact]
    public async Task A_state_machine_is_started_with_the_event_and_when_it_may_be_forgotten()
    {
        await using var service = new LoopbackService(new ScriptedAnswer(200, """{"executionArn":"arn:x","startDate":1}"""));
        await StateMachines(service).NotifyAsync(new() { Event = Event }, Invocation.Catalog.Find("release")!, default);
        Assert.Equal("AWSStepFunctions.StartExecution", service.Request.Headers["x-amz-target"]);
        Assert.Equal("arn:release", service.Request.Json.GetProperty("stateMachineArn").GetString());
        Assert.Equal(
            StateMachineLaunchTrigger.NameFor(new() { Event = Event }, telemetry.Time.GetUtcNow()),
            service.Request.Json.GetProperty("name").GetString());
        Assert.Equal(
            $$$"""{"id":"r1","detail":{"id":"r1","attributes":{"version":"4.2"},"expiresAt":{{{Event.PublishedAt.AddDays(400).ToUnixTimeSeconds()}}}}}""",
            service.Request.Json.GetProperty("input").GetString());
    }

    [Fact]
    public async Task An_execution_that_was_started_before_is_no_failure()
    {
        await using var service = new LoopbackService(new ScriptedAnswer(
            400,
            """{"__type":"com.amazonaws.states#ExecutionAlreadyExists","message":"Execution Already Exists"}"""));
        await StateMachines(service).NotifyAsync(new() { Event = Event }, Invocation.Catalog.Find("release")!, default);
        Assert.Equal((1, 0), (telemetry.Metric("StateMachineCalls"), telemetry.Metric("StateMachineErrors")));
    }

    [Fact]
    public async Task An_announcement_without_a_state_machine_fails_and_says_what_to_do()
    {
        await using var service = new LoopbackService();
        var exception = await Assert.ThrowsAsync<ServiceException>(
            () => StateMachines(service).NotifyAsync(new() { Event = Event }, Invocation.Catalog.Find("update")!, default));
        Assert.Equal("STATE_MACHINES names no state machine of 'update'; deploy the stack", exception.Message);
    }

    [Fact]
    public void A_repeat_starts_no_second_execution_until_a_campaign_was_attempted_or_a_quarter_of_an_hour_has_passed()
    {
        var (record, now) = (new EventRecord { Event = Event }, Event.PublishedAt);
        var attempted = record with
        {
            Campaigns = new Dictionary<string, CampaignRecord>
            {
                ["premium"] = new() { State = LaunchState.Failed, Since = now, Attempts = 1 },
            },
        };
        var first = StateMachineLaunchTrigger.NameFor(record, now);
        Assert.Matches("^[0-9a-f]{40}$", first);
        Assert.Equal(first, StateMachineLaunchTrigger.NameFor(record, now.AddMinutes(15).AddTicks(-1)));
        Assert.Distinct([
            first,
            StateMachineLaunchTrigger.NameFor(record, now.AddMinutes(15)),
            StateMachineLaunchTrigger.NameFor(attempted, now),
            StateMachineLaunchTrigger.NameFor(new() { Event = Event with { Id = "r2" } }, now),
            StateMachineLaunchTrigger.NameFor(new() { Event = Event with { Announcement = "other" } }, now),
        ]);
    }

    [Fact]
    public async Task A_campaign_has_segment_template_hook_start_and_tags()
    {
        await using var service = new LoopbackService(new ScriptedAnswer(201, """{"Id":"c1"}"""));
        var planned = CampaignPlan.From(Invocation.Catalog.Find("release")!, Event)[1];
        Assert.Equal("c1", await Campaigns(service).CreateAsync(planned, default));
        Assert.Equal(
            """{"Hook":{"LambdaFunctionName":"arn:hook","Mode":"FILTER"},"Name":"release.later.r1","Schedule":{"Frequency":"ONCE","StartTime":"2026-02-02T10:00:00Z"},"SegmentId":"s2","tags":{"engagement:announcement":"release","engagement:campaign":"later","engagement:event":"r1"},"TemplateConfiguration":{"EmailTemplate":{"Name":"dev-new-standard"}}}""",
            service.Request.Text);
    }

    [Fact]
    public async Task A_campaign_is_found_by_its_tags_on_any_page()
    {
        await using var service = new LoopbackService(
            new ScriptedAnswer(
                200,
                """{"Item":[{"Id":"x","tags":{"engagement:announcement":"release","engagement:campaign":"later","engagement:event":"r2"}},{"Id":"y"}],"NextToken":"2"}"""),
            new ScriptedAnswer(
                200,
                """{"Item":[{"Id":"c1","tags":{"engagement:announcement":"release","engagement:campaign":"later","engagement:event":"r1","more":"tags"}}]}"""));
        Assert.Equal(
            "c1",
            await Campaigns(service).FindAsync(new() { Announcement = "release", Campaign = "later", EventId = "r1" }, default));
        Assert.Equal(2, service.Requests.Count);
    }

    [Fact]
    public async Task A_retry_waits_half_a_minute()
    {
        await using var service = new LoopbackService(SqsAnswers.Sent());
        await new SqsRetryQueue(LocalClients.Sqs(service), "http://q", telemetry.Calls()).SendAsync("release", default);
        Assert.Equal(
            ("AmazonSQS.SendMessage", "application/x-amz-json-1.0"),
            (service.Request.Headers["x-amz-target"], service.Request.Headers["content-type"]));
        Assert.Equal(30, service.Request.Json.GetProperty("DelaySeconds").GetInt32());
        Assert.Equal("""{"announcement":"release"}""", service.Request.Json.GetProperty("MessageBody").GetString());
    }

    [Fact]
    public async Task Without_a_journey_the_queue_tells_of_an_event_by_its_id_at_once()
    {
        await using var service = new LoopbackService(SqsAnswers.Sent());
        await new QueueLaunchTrigger(LocalClients.Sqs(service), "http://q", telemetry.Calls())
            .NotifyAsync(new() { Event = Event }, Invocation.Catalog.Find("release")!, default);
        Assert.False(service.Request.Json.TryGetProperty("DelaySeconds", out _));
        Assert.Equal("""{"announcement":"release","events":["r1"]}""", service.Request.Json.GetProperty("MessageBody").GetString());
    }

    [Fact]
    public async Task Writes_that_the_queue_refuses_are_told_by_name()
    {
        await using var service = new LoopbackService(SqsAnswers.SentBatch(refused: "1"));
        WriteMessage[] writes =
        [
            .. new[] { "a", "b" }.Select(id => new WriteMessage
            {
                EndpointId = id, UserAttributes = new Dictionary<string, IReadOnlyList<string>> { ["x"] = ["1"] }, At = telemetry.Time
                    .GetUtcNow(),
            }),
        ];
        Assert.Equal(
            [writes[1]],
            await new SqsWriteQueue(LocalClients.Sqs(service), "http://q", telemetry.Calls()).SendAsync(writes, default));
        var body = service.Request.Json.GetProperty("Entries")[0].GetProperty("MessageBody").GetString()!;
        var read = WriteMessage.Parse(body)!;
        Assert.Equal(("a", "1", telemetry.Time.GetUtcNow()), (read.EndpointId, read.UserAttributes["x"][0], read.At));
    }

    private StateMachineLaunchTrigger StateMachines(LoopbackService service) => new(
        LocalClients.StepFunctions(service),
        new Dictionary<string, string> { ["release"] = "arn:release" },
        telemetry.Time,
        telemetry.Calls());

    private PinpointCampaigns Campaigns(LoopbackService service) => new(
        Clients.Pinpoint(service),
        new()
        {
            ApplicationId = "app",
            FilterFunctionArn = "arn:hook",
            SegmentIds = new Dictionary<string, string> { ["standard"] = "s2" },
            TemplatePrefix = "dev-",
        },
        telemetry.Time,
        telemetry.Calls());
}
