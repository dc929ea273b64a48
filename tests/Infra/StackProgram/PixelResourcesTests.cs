using System.Collections.Immutable;
using System.Text.Json;
using Infra.Tests.PulumiSdk;

namespace Infra.Tests.StackProgram;

/// <summary>What the program declares for the pixel.</summary>
[Collection(ProcessEnvironment.Name)]
public sealed class PixelResourcesTests
{
    private const string Queue = "aws:sqs/queue:Queue";
    private const string Function = "aws:lambda/function:Function";
    private const string EventSource = "aws:lambda/eventSourceMapping:EventSourceMapping";
    private const string RolePolicy = "aws:iam/rolePolicy:RolePolicy";
    private const string LogGroup = "aws:cloudwatch/logGroup:LogGroup";

    [Fact]
    public async Task Every_queue_is_encrypted_and_keeps_messages_for_fourteen_days()
    {
        var stack = await RecordingEngine.RunAsync();

        Assert.All(stack.Of(Queue), queue => Assert.True((bool)queue.Inputs["sqsManagedSseEnabled"]));
        Assert.All(stack.Of(Queue), queue => Assert.Equal(1_209_600, queue.Number("messageRetentionSeconds")));
    }

    [Fact]
    public async Task Every_queue_has_a_dead_letter_queue_that_only_it_may_use()
    {
        var stack = await RecordingEngine.RunAsync();

        foreach (var queue in stack.Of(Queue).Where(queue => !queue.Name.EndsWith("-dlq", StringComparison.Ordinal)))
        {
            var redrive = JsonDocument.Parse(queue.Text("redrivePolicy")).RootElement;
            Assert.EndsWith($":{queue.Name}-dlq", redrive.GetProperty("deadLetterTargetArn").GetString(), StringComparison.Ordinal);
            var allowed = Assert.Single(
                stack.Of("aws:sqs/redriveAllowPolicy:RedriveAllowPolicy"),
                policy => policy.Name == $"{queue.Name}-dlq-sources");
            Assert.Contains($":{queue.Name}\"", allowed.Text("redriveAllowPolicy"), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Every_dead_letter_queue_and_every_function_has_an_alarm()
    {
        var stack = await RecordingEngine.RunAsync();
        var watched = stack.Of("aws:cloudwatch/metricAlarm:MetricAlarm")
            .Where(alarm => alarm.Inputs.ContainsKey("dimensions"))
            .SelectMany(alarm => alarm.Block("dimensions").Values)
            .ToList();

        Assert.All(
            stack.Of(Queue).Where(queue => queue.Name.EndsWith("-dlq", StringComparison.Ordinal)),
            queue => Assert.Contains(queue.Name, watched));
        Assert.All(stack.Of(Function), function => Assert.Contains(function.Name, watched));
    }

    [Fact]
    public async Task A_message_stays_hidden_six_times_as_long_as_its_function_may_take()
    {
        var stack = await RecordingEngine.RunAsync();

        var function = Assert.Single(stack.Of(Function), function => function.Name == "record-pixel-events");
        var queue = Assert.Single(stack.Of(Queue), queue => queue.Name == "pixel-queue");
        Assert.Equal(6 * function.Number("timeout"), queue.Number("visibilityTimeoutSeconds"));
    }

    [Fact]
    public async Task Only_failed_messages_return_to_the_queue_and_concurrency_is_bounded()
    {
        var mapping = Assert.Single(
            (await RecordingEngine.RunAsync(("pixel:maximumConcurrency", "3"))).Of(EventSource),
            source => source.Name == "pixel-source");

        Assert.Equal(["ReportBatchItemFailures"], mapping.Texts("functionResponseTypes"));
        Assert.Equal(3.0, mapping.Block("scalingConfig")["maximumConcurrency"]);
    }

    [Theory]
    [InlineData(null, "arm64")]
    [InlineData("x86_64", "x86_64")]
    public async Task Functions_have_the_architecture_that_is_set(string? setting, string expected)
    {
        var stack = await RecordingEngine.RunAsync(setting is null ? [] : [("handlers:architecture", setting)]);

        Assert.All(stack.Of(Function), function => Assert.Equal([expected], function.Texts("architectures")));
    }

    [Fact]
    public async Task Every_log_group_forgets()
    {
        var stack = await RecordingEngine.RunAsync(("handlers:logRetentionDays", "14"));

        Assert.NotEmpty(stack.Of(LogGroup));
        Assert.All(stack.Of(LogGroup), group => Assert.Equal(14, group.Number("retentionInDays")));
    }

    [Fact]
    public async Task The_gateway_may_send_to_its_queue_and_do_nothing_else()
    {
        var policy = Assert.Single((await RecordingEngine.RunAsync()).Of(RolePolicy), policy => policy.Name == "pixel-policy");

        var statement = Assert.Single(JsonDocument.Parse(policy.Text("policy")).RootElement.GetProperty("Statement").EnumerateArray());
        Assert.Equal(["sqs:SendMessage"], Texts(statement, "Action"));
        Assert.EndsWith(":pixel-queue", Assert.Single(Texts(statement, "Resource")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_signing_key_is_in_the_secret_alone()
    {
        const string Key = "a-key-that-must-not-appear-anywhere-else";
        var stack = await RecordingEngine.RunAsync(("identity:signingKey", Key));

        var holders = stack.Resources.Where(resource => JsonSerializer.Serialize(resource.Inputs).Contains(Key, StringComparison.Ordinal));
        Assert.Equal("aws:secretsmanager/secretVersion:SecretVersion", Assert.Single(holders).Type);
        Assert.DoesNotContain(Key, JsonSerializer.Serialize(stack.Outputs), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, "31")]
    [InlineData("7", "7")]
    public async Task The_recorder_knows_how_long_a_signature_may_be_valid(string? setting, string days)
    {
        var stack = await RecordingEngine.RunAsync(setting is null ? [] : [("identity:maximumValidityDays", setting)]);

        Assert.Single(
            stack.Of(Function),
            function =>
                JsonSerializer.Serialize(function.Inputs).Contains($"\"MAXIMUM_VALIDITY_DAYS\":\"{days}\"", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("querystring")]
    [InlineData("sourceIp")]
    [InlineData("userAgent")]
    [InlineData("$context.path")]
    public async Task The_access_log_holds_nothing_about_the_visitor(string personal)
    {
        var stage = Assert.Single(
            (await RecordingEngine.RunAsync()).Of("aws:apigateway/stage:Stage"),
            stage => stage.Name == "pixel-stage");

        Assert.DoesNotContain(personal, (string)stage.Block("accessLogSettings")["format"], StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task The_email_channel_exists_only_where_it_is_configured()
    {
        const string EmailChannel = "aws:pinpoint/emailChannel:EmailChannel";
        Assert.Empty((await RecordingEngine.RunAsync()).Of(EmailChannel));

        var stack = await RecordingEngine.RunAsync(
            ("email:fromAddress", "shop@example.com"), ("email:identityArn", "arn:aws:ses:eu-west-1:123456789012:identity/example.com"));
        Assert.Equal("shop@example.com", Assert.Single(stack.Of(EmailChannel)).Text("fromAddress"));
    }

    [Fact]
    public async Task Each_event_of_the_plan_has_an_image_url_that_is_ready_to_paste()
    {
        var urls = (ImmutableDictionary<string, object>)(await RecordingEngine.RunAsync()).Outputs["gtmImageUrls"]!;

        Assert.EndsWith(
            "/v1/events?event=purchase_success&endpoint_id={{endpoint_id}}&evat_value={{value}}&evat_currency={{currency}}&evme_value={{value}}",
            (string)urls["purchase_success"],
            StringComparison.Ordinal);
        Assert.EndsWith(
            "&usat_renewal_date={{renewal_date}}&tz={{tz}}&user_id={{user_id}}&exp={{exp}}&sig={{sig}}",
            (string)urls["subscription_started"],
            StringComparison.Ordinal);
    }

    private static string[] Texts(JsonElement statement, string name) =>
        [.. statement.GetProperty(name).EnumerateArray().Select(item => item.GetString()!)];
}
