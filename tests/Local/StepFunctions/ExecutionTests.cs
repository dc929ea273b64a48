using System.Text;
using System.Text.Json.Nodes;
using Engagement.Local.Aws;

namespace Local.Tests.StepFunctions;

public sealed class ExecutionTests : IDisposable
{
    private readonly StatesCloud cloud = new();

    public void Dispose() => cloud.Dispose();

    [Theory]
    [InlineData("\"Seconds\":7200", 7200)]
    [InlineData("\"SecondsPath\":\"$.seconds\"", 90)]
    public async Task Wait_ends_at_its_instant(string wait, int seconds)
    {
        cloud.Deploy($$"""{"StartAt":"S","States":{"S":{"Type":"Wait",{{wait}},"End":true} } }""");
        cloud.Start("""{"seconds":90}""");

        await cloud.Clock.AdvanceAsync(TimeSpan.FromSeconds(Math.Max(0, seconds - 1)), CancellationToken.None);
        Assert.Equal(seconds == 0 ? "SUCCEEDED" : "RUNNING", (string?)cloud.Describe()["status"]);
        await cloud.Clock.AdvanceAsync(TimeSpan.FromSeconds(1), CancellationToken.None);
        Assert.Equal("SUCCEEDED", (string?)cloud.Describe()["status"]);
    }

    [Fact]
    public async Task Name_starts_an_execution_once()
    {
        cloud.Deploy("""{"StartAt":"S","States":{"S":{"Type":"Wait","Seconds":60,"End":true}}}""");

        var first = cloud.Start("""{"x":1}""");
        var again = cloud.Start("""{"x":1}""");
        var other = cloud.Start("""{"x":2}""");
        await cloud.Clock.AdvanceAsync(TimeSpan.FromMinutes(2), CancellationToken.None);
        var ended = cloud.Start("""{"x":1}""");

        Assert.Equal(first.ToJsonString(), again.ToJsonString());
        Assert.Equal(
            ["ExecutionAlreadyExists", "ExecutionAlreadyExists"], new[] { other, ended }.Select(answer => (string?)answer["__type"]));
        Assert.Single(cloud.Service.Executions);
    }

    [Fact]
    public async Task Task_is_tried_again_after_growing_waits_and_then_caught()
    {
        cloud.Answer = (_, _) => Error("TooManyRequestsException", 429);

        var execution = await cloud.RunAsync("""
            "S":{"Type":"Task","Resource":"arn:aws:states:::aws-sdk:pinpoint:getCampaign","Parameters":{"ApplicationId":"a","CampaignId":"c"},"End":true,
              "Retry":[{"ErrorEquals":["Pinpoint.TooManyRequestsException"],"IntervalSeconds":2,"BackoffRate":3,"MaxAttempts":3,"MaxDelaySeconds":10,"JitterStrategy":"NONE"}],
              "Catch":[{"ErrorEquals":["States.ALL"],"ResultPath":"$.error","Next":"Caught"}]},
            "Caught":{"Type":"Pass","OutputPath":"$.error.Error","End":true}
            """, """{"kept":1}""");

        Assert.Equal([0, 2, 8, 18], cloud.Calls.Select(call => (call.At - cloud.Calls.First().At).TotalSeconds));
        Assert.Equal("\"Pinpoint.TooManyRequestsException\"", (string?)execution["output"]);
    }

    [Fact]
    public async Task Campaign_is_created_as_the_role_in_Pinpoints_own_wire_format()
    {
        cloud.Answer = (_, _) =>
            AwsResponse.Text(201, "application/json", """{"Id":"c1","State":{"CampaignStatus":"SCHEDULED"},"tags":{"event":"r1"}}""");

        var execution = await cloud.RunAsync("""
            "S":{"Type":"Task","Resource":"arn:aws:states:::aws-sdk:pinpoint:createCampaign","End":true,
              "Parameters":{"ApplicationId":"app 1","WriteCampaignRequest":{"Name.$":"$.id","Tags":{"event.$":"$.id"}}},
              "ResultSelector":{"id.$":"$.CampaignResponse.Id","tag.$":"$.CampaignResponse.Tags.event"},"ResultPath":"$.campaign"}
            """, """{"id":"r1"}""");

        var (service, request, _) = Assert.Single(cloud.Calls);
        Assert.Equal(("mobiletargeting", "POST", "/v1/apps/app%201/campaigns"), (service, request.Method, request.Path));
        Assert.Equal("""{"Name":"r1","tags":{"event":"r1"}}""", Encoding.UTF8.GetString(request.Body.Span));
        Assert.Equal(Principal.Role(StatesCloud.Role, "run"), request.Caller);
        Assert.Equal("""{"id":"r1","campaign":{"id":"c1","tag":"r1"}}""", (string?)execution["output"]);
    }

    [Theory]
    [InlineData("arn:aws:states:::dynamodb:putItem", "ConditionalCheckFailedException", "DynamoDB.ConditionalCheckFailedException")]
    [InlineData("arn:aws:states:::dynamodb:putItem", "ValidationException", "DynamoDB.AmazonDynamoDBException")]
    public async Task Errors_bear_the_names_that_Step_Functions_gives_them(string resource, string code, string error)
    {
        cloud.Answer = (_, _) => Error(code, 400);

        var execution = await cloud.RunAsync($$"""
            "S":{"Type":"Task","Resource":"{{resource}}","Parameters":{"TableName":"ledger","Item":{} },"End":true}
            """);

        Assert.Equal(("FAILED", error), ((string?)execution["status"], (string?)execution["error"]));
        Assert.Equal(
            ("dynamodb", "DynamoDB_20120810.PutItem"),
            (cloud.Calls.Single().SigningName, cloud.Calls.Single().Request.Header("X-Amz-Target")));
    }

    [Fact]
    public async Task Map_runs_so_many_at_once_and_keeps_the_order()
    {
        var execution = await cloud.RunAsync("""
            "S":{"Type":"Map","ItemsPath":"$.items","MaxConcurrency":2,"ItemSelector":{"n.$":"$$.Map.Item.Value","i.$":"$$.Map.Item.Index","all.$":"States.ArrayLength($.items)"},"End":true,
              "ItemProcessor":{"ProcessorConfig":{"Mode":"INLINE"},"StartAt":"W","States":{
                "W":{"Type":"Wait","SecondsPath":"$.n","Next":"T"},
                "T":{"Type":"Task","Resource":"arn:aws:states:::sqs:sendMessage","ResultPath":null,"OutputPath":"$.i","End":true}}}}
            """, """{"items":[30,10,10,10]}""");

        Assert.Equal("[0,1,2,3]", (string?)execution["output"]);
        Assert.Equal(
            [10, 20, 30, 30], cloud.Calls.Select(call => (call.At - new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero)).TotalSeconds));
    }

    [Fact]
    public async Task Iteration_that_fails_stops_the_others_and_is_caught_by_the_whole()
    {
        var execution = await cloud.RunAsync("""
            "S":{"Type":"Map","ItemsPath":"$.items","End":true,"Catch":[{"ErrorEquals":["Boom"],"Next":"Caught"}],
              "ItemProcessor":{"ProcessorConfig":{"Mode":"INLINE"},"StartAt":"W","States":{
                "W":{"Type":"Wait","SecondsPath":"$.s","Next":"C"},
                "C":{"Type":"Choice","Choices":[{"Variable":"$.s","NumericEquals":60,"Next":"D"}],"Default":"T"},
                "T":{"Type":"Task","Resource":"arn:aws:states:::sqs:sendMessage","End":true},
                "D":{"Type":"Fail","Error":"Boom","Cause":"on purpose"}}}},
            "Caught":{"Type":"Succeed"}
            """, """{"items":[{"s":3600},{"s":60}]}""");

        Assert.Equal("""{"Error":"Boom","Cause":"on purpose"}""", (string?)execution["output"]);
        Assert.Empty(cloud.Calls);
    }

    [Fact]
    public async Task Stopped_execution_does_nothing_more()
    {
        cloud.Deploy(
            """{"StartAt":"S","States":{"S":{"Type":"Wait","Seconds":60,"Next":"T"},"T":{"Type":"Task","Resource":"arn:aws:states:::sqs:sendMessage","End":true}}}""");
        var arn = (string)cloud.Start()["executionArn"]!;

        cloud.Send("StopExecution", new() { ["executionArn"] = arn, ["error"] = "Enough" });
        await cloud.Clock.AdvanceAsync(TimeSpan.FromHours(1), CancellationToken.None);

        Assert.Equal(("ABORTED", "Enough"), ((string?)cloud.Describe()["status"], (string?)cloud.Describe()["error"]));
        Assert.Empty(cloud.Calls);
    }

    [Fact]
    public async Task Execution_that_takes_too_long_is_timed_out()
    {
        cloud.Deploy("""{"StartAt":"S","TimeoutSeconds":30,"States":{"S":{"Type":"Wait","Seconds":60,"End":true}}}""");
        cloud.Start();

        await cloud.Clock.AdvanceAsync(TimeSpan.FromSeconds(30), CancellationToken.None);

        Assert.Equal("TIMED_OUT", (string?)cloud.Describe()["status"]);
    }

    [Fact]
    public async Task History_and_log_tell_what_happened_the_log_without_data()
    {
        cloud.Deploy(
            """{"StartAt":"S","States":{"S":{"Type":"Pass","End":true}}}""",
            ("loggingConfiguration", System.Collections.Immutable.ImmutableDictionary<string, object>.Empty
                .Add("level", "ALL")
                    .Add("includeExecutionData", false)
                    .Add("logDestination", "arn:aws:logs:eu-west-1:000000000000:log-group:/aws/vendedlogs/states/announce:*")));
        var arn = (string)cloud.Start("""{"name":"confidential"}""")["executionArn"]!;
        await cloud.Clock.SettleAsync(CancellationToken.None);

        var events = cloud.Send("GetExecutionHistory", new() { ["executionArn"] = arn })["events"]!.AsArray();

        Assert.Equal(
            ["ExecutionStarted", "PassStateEntered", "PassStateExited", "ExecutionSucceeded"],
            events.Select(noted => (string?)noted!["type"]));
        Assert.Equal("S", (string?)events[1]!["stateEnteredEventDetails"]!["name"]);
        Assert.Equal(4, cloud.Lines.Count);
        Assert.All(cloud.Lines, line => Assert.Equal("/aws/vendedlogs/states/announce", line.Group));
        Assert.All(cloud.Lines, line => Assert.DoesNotContain("confidential", line.Line, StringComparison.Ordinal));
        Assert.Equal(arn, (string?)JsonNode.Parse(cloud.Lines.First().Line)!["execution_arn"]);
    }

    private static AwsResponse Error(string code, int status) =>
        AwsResponse.Text(status, "application/json", $$"""{"__type":"com.amazonaws#{{code}}","message":"refused"}""");
}
