using System.Collections.Immutable;
using Infra.Tests.PulumiSdk;

namespace Infra.Tests.Ses;

/// <summary>The functions of an environment on SES: what they are told, and what they may do.</summary>
[Collection(ProcessEnvironment.Name)]
public sealed class FunctionTests
{
    [Fact]
    public async Task Only_functions_of_this_platform_are_there() => Assert.Equal(
        [
            "deploy-journeys", "launch-campaigns", "move-customers", "publish-company-event", "record-feedback", "record-pixel-events",
            "send-campaign", "send-reminders", "show-subscriptions", "sweep-due", "unsubscribe",
        ],
        (await SesStack.RunAsync()).Of("aws:lambda/function:Function").Select(each => each.Name).Order(StringComparer.Ordinal));

    [Fact]
    public async Task Nothing_of_Pinpoint_is_there()
    {
        var stack = await SesStack.RunAsync();

        Assert.DoesNotContain(stack.Resources, each => each.Type.StartsWith("aws:pinpoint/", StringComparison.Ordinal));
        Assert.DoesNotContain(
            stack.Of("aws:iam/rolePolicy:RolePolicy"),
            each => each.Text("policy").Contains("mobiletargeting:", StringComparison.Ordinal));
        Assert.False(stack.Outputs.ContainsKey("pinpointApplicationId"));
    }

    [Theory]
    [InlineData("record-pixel-events")]
    [InlineData("publish-company-event")]
    [InlineData("launch-campaigns")]
    public async Task Functions_that_serve_several_platforms_know_theirs(string function)
    {
        Assert.Equal("ses", (await SesStack.RunAsync()).Variables(function)["PLATFORM"]);
        Assert.Equal("pinpoint", (await StackProgram.RecordingEngine.RunAsync()).Variables(function)["PLATFORM"]);
    }

    [Theory]
    [InlineData(
        "record-pixel-events",
        "CUSTOMERS_TABLE DATES_TABLE EVENT_STREAM JOURNEYS_TABLE JOURNEY_BOOKS_TABLE JOURNEY_HISTORY_TABLE MAXIMUM_VALIDITY_DAYS PLATFORM"
            + " POINTERS_TABLE SIGNING_SECRET_ARN STACK")]
    [InlineData("deploy-journeys", "JOURNEY_BOOKS_TABLE STACK")]
    [InlineData(
        "move-customers",
        "CONFIGURATION_SET CONSENTS_TABLE CUSTOMERS_TABLE DATES_TABLE JOURNEYS_TABLE JOURNEY_BOOKS_TABLE JOURNEY_HISTORY_TABLE MAIL_FROM"
            + " POINTERS_TABLE SENDERS SIGNING_SECRET_ARN STACK UNSUBSCRIBE_URL")]
    [InlineData("publish-company-event", "LAUNCH_QUEUE_URL LEDGER_TABLE PLATFORM STACK STATE_MACHINES")]
    [InlineData("launch-campaigns", "LEDGER_TABLE PLATFORM RUNS_TABLE SEND_QUEUE_URL STACK")]
    [InlineData(
        "send-campaign",
        "CONFIGURATION_SET CONSENTS_TABLE CUSTOMERS_TABLE DATES_TABLE DELIVERIES_TABLE JOURNEYS_TABLE LEDGER_TABLE MAIL_FROM POINTERS_TABLE"
            + " RUNS_TABLE SENDERS SEND_QUEUE_URL SIGNING_SECRET_ARN STACK UNSUBSCRIBE_URL")]
    [InlineData(
        "send-reminders",
        "CONFIGURATION_SET CONSENTS_TABLE CUSTOMERS_TABLE DATES_TABLE DELIVERIES_TABLE MAIL_FROM POINTERS_TABLE REMINDER_QUEUE_URL"
            + " SENDERS SIGNING_SECRET_ARN STACK UNSUBSCRIBE_URL")]
    [InlineData("sweep-due", "JOURNEYS_TABLE JOURNEY_QUEUE_URL LEDGER_TABLE REMINDER_QUEUE_URL RUNS_TABLE SEND_QUEUE_URL STACK")]
    public async Task Functions_are_told_where_everything_is_and_nothing_else(string function, string variables) =>
        Assert.Equal(variables.Split(' '), (await SesStack.RunAsync()).Variables(function).Keys.Order(StringComparer.Ordinal));

    [Fact]
    public async Task Reminders_are_sent_to_customers_of_a_date_without_going_through_all() => Assert.Equal(
        [
            "dynamodb:BatchGetItem consents", "dynamodb:BatchGetItem customers", "dynamodb:BatchGetItem deliveries",
            "dynamodb:DeleteItem deliveries", "dynamodb:PutItem deliveries", "dynamodb:Query customers-dates",
        ],
        (await SesStack.RunAsync()).Rights("send-reminders").Where(right => right.StartsWith("dynamodb:", StringComparison.Ordinal)));

    [Fact]
    public async Task Customers_are_moved_on_by_key_and_found_by_the_index_alone()
    {
        var stack = await SesStack.RunAsync();

        Assert.Equal(
            [
                "dynamodb:BatchGetItem consents", "dynamodb:GetItem customers", "dynamodb:GetItem customers-pointers",
                "dynamodb:GetItem journeys-books", "dynamodb:GetItem journeys-customers", "dynamodb:PutItem journeys-customers",
                "dynamodb:PutItem journeys-history", "dynamodb:Query journeys-books",
            ],
            stack.Rights("move-customers").Where(right => right.StartsWith("dynamodb:", StringComparison.Ordinal)));
        Assert.Equal(
            ["dynamodb:Query journeys-customers/index/shard"],
            stack.Rights("sweep-due").Where(right => right.Contains("journeys", StringComparison.Ordinal)));
        Assert.Equal(
            ["dynamodb:GetItem journeys-books", "dynamodb:PutItem journeys-books", "dynamodb:Query journeys-books"],
            stack.Rights("deploy-journeys"));
    }

    [Fact]
    public async Task A_launcher_writes_down_runs_and_queues_their_shares() => Assert.Equal(
        [
            "dynamodb:GetItem campaigns-runs", "dynamodb:PutItem campaigns-runs", "dynamodb:UpdateItem campaigns-runs",
            "sqs:SendMessage send-campaign-shares",
        ],
        (await SesStack.RunAsync()).Rights("launch-campaigns").Where(right =>
            right.EndsWith(" campaigns-runs", StringComparison.Ordinal) || right.EndsWith("-shares", StringComparison.Ordinal)));

    [Fact]
    public async Task A_launcher_does_not_write_to_the_queue_that_it_consumes() => Assert.DoesNotContain(
        "sqs:SendMessage launch-campaigns-retries", (await SesStack.RunAsync()).Rights("launch-campaigns"));

    [Fact]
    public async Task The_recorder_archives_events_and_updates_customers() => Assert.Equal(
        [
            "dynamodb:GetItem customers", "dynamodb:GetItem customers-pointers", "dynamodb:GetItem journeys-books",
            "dynamodb:GetItem journeys-customers", "dynamodb:PutItem customers",
            "dynamodb:PutItem customers-dates", "dynamodb:PutItem customers-pointers", "dynamodb:PutItem journeys-customers",
            "dynamodb:PutItem journeys-history", "dynamodb:Query journeys-books",
            "dynamodb:UpdateItem customers-pointers", "dynamodb:UpdateItem journeys-customers", "firehose:PutRecordBatch event-archive",
            "secretsmanager:GetSecretValue pixel-signing", "sqs:DeleteMessage pixel-queue", "sqs:GetQueueAttributes pixel-queue",
            "sqs:ReceiveMessage pixel-queue",
        ],
        (await SesStack.RunAsync()).Rights("record-pixel-events"));

    [Fact]
    public async Task Only_who_sends_campaigns_may_go_through_all_customers()
    {
        var stack = await SesStack.RunAsync();

        Assert.Equal(
            ["send-campaign"],
            stack.Of("aws:lambda/function:Function")
                .Select(function => function.Name)
                .Where(function => stack.Rights(function).Contains("dynamodb:Scan customers", StringComparer.Ordinal)));
    }

    [Theory]
    [InlineData("send-campaign")]
    [InlineData("send-reminders")]
    [InlineData("move-customers")]
    public async Task Mail_goes_out_in_the_stacks_name_alone(string function)
    {
        var statement = Assert.Single(
            (await SesStack.RunAsync()).Statements(function), each => each.GetProperty("Sid").GetString() == "SendEmail");

        Assert.Equal("""["ses:SendEmail"]""", statement.GetProperty("Action").GetRawText());
        Assert.Equal(
            """["arn:aws:sesv2:eu-west-1:123456789012:identity/example.com","arn:aws:sesv2:eu-west-1:123456789012:email"]""",
            statement.GetProperty("Resource").GetRawText());
        Assert.Equal(
            """{"StringEquals":{"ses:FromAddress":"shop@example.com"}}""", statement.GetProperty("Condition").GetRawText());
    }

    [Fact]
    public async Task The_accounts_rate_is_asked_for_where_no_setting_says_it()
    {
        var (asked, told) = (await SesStack.RunAsync(), await SesStack.RunAsync(("ses:sendingRate", "50")));

        Assert.Contains("ses:GetAccount *", asked.Rights("send-campaign"));
        Assert.DoesNotContain("SENDING_RATE", asked.Variables("send-campaign").Keys);
        Assert.DoesNotContain("ses:GetAccount *", told.Rights("send-campaign"));
        Assert.Equal("50", told.Variables("send-campaign")["SENDING_RATE"]);
    }

    [Fact]
    public async Task All_senders_together_are_as_many_as_each_is_told()
    {
        var stack = await SesStack.RunAsync(("ses:senders", "16"));
        var atOnce = stack.Of("aws:lambda/eventSourceMapping:EventSourceMapping")
            .Where(source => source.Name is "send-campaign-source" or "send-reminders-source" or "move-customers-source")
            .Sum(source => (double)source.Block("scalingConfig")["maximumConcurrency"]);

        Assert.Equal("22", stack.Variables("send-campaign")["SENDERS"]);
        Assert.Equal("22", stack.Variables("send-reminders")["SENDERS"]);
        Assert.Equal("22", stack.Variables("move-customers")["SENDERS"]);
        Assert.Equal(22, atOnce);
    }

    [Fact]
    public async Task The_publisher_tells_the_launcher_by_its_queue()
    {
        var stack = await SesStack.RunAsync();

        Assert.EndsWith(
            "/launch-campaigns-retries",
            (string)stack.Variables("publish-company-event")["LAUNCH_QUEUE_URL"],
            StringComparison.Ordinal);
        Assert.Contains("sqs:SendMessage launch-campaigns-retries", stack.Rights("publish-company-event"));
        Assert.Contains(
            stack.Of("aws:lambda/eventSourceMapping:EventSourceMapping"),
            source => source.Text("eventSourceArn").EndsWith(":launch-campaigns-retries", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_due_is_looked_for_each_minute()
    {
        var stack = await SesStack.RunAsync();

        Assert.Equal("rate(1 minute)", stack.One("aws:cloudwatch/eventRule:EventRule", "sweep-due-schedule").Text("scheduleExpression"));
        Assert.EndsWith(
            ":sweep-due",
            stack.One("aws:cloudwatch/eventTarget:EventTarget", "sweep-due-schedule-target").Text("arn"),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("send-campaign-shares-dlq")]
    [InlineData("send-reminders-shares-dlq")]
    [InlineData("sweep-due-schedule-dlq")]
    public async Task What_cannot_be_sent_is_kept_and_told_of(string queue)
    {
        var stack = await SesStack.RunAsync();

        Assert.Contains(
            (ImmutableArray<object>)stack.Outputs["deadLetterQueues"]!,
            url => ((string)url).EndsWith($"/{queue}", StringComparison.Ordinal));
        Assert.Contains(stack.Of("aws:cloudwatch/metricAlarm:MetricAlarm"), alarm => alarm.Name == $"{queue}-alarm");
    }
}
