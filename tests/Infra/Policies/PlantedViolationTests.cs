using System.Collections.Immutable;
using Infra.Tests.Policies.Rules;
using Infra.Tests.PulumiSdk;

namespace Infra.Tests.Policies;

/// <summary>Each rule finds what breaks it, and says where.</summary>
[Collection(ProcessEnvironment.Name)]
public sealed class PlantedViolationTests(DeclaredOnce declared) : IClassFixture<DeclaredOnce>
{
    private const string Queue = "aws:sqs/queue:Queue";
    private const string RolePolicy = "aws:iam/rolePolicy:RolePolicy";
    private const string Function = "aws:lambda/function:Function";
    private const string Stage = "aws:apigateway/stage:Stage";
    private const string RestApi = "aws:apigateway/restApi:RestApi";
    private const string Alarm = "aws:cloudwatch/metricAlarm:MetricAlarm";
    private const string BucketPolicy = "aws:s3/bucketPolicy:BucketPolicy";
    private const string QueuePolicy = "aws:sqs/queuePolicy:QueuePolicy";
    private const string TopicPolicy = "aws:sns/topicPolicy:TopicPolicy";
    private const string Target = "aws:cloudwatch/eventTarget:EventTarget";
    private const string Role = "aws:iam/role:Role";
    private const string Recorder = "record-pixel-events";

    private DeclaredGraph Graph => declared.Graph;

    [Theory]
    [InlineData(
        "\"mobiletargeting:PutEvents\"",
        "\"mobiletargeting:*\"",
        "record-pixel-events-policy, statement RecordEvents allows the actions mobiletargeting:*")]
    [InlineData("\"mobiletargeting:PutEvents\"", "\"*\"", "record-pixel-events-policy, statement RecordEvents allows the actions *")]
    [InlineData(
        "engagement-app/events\"",
        "*\"",
        "record-pixel-events-policy, statement RecordEvents is about arn:aws:pinpoint:eu-west-1:123456789012:*")]
    public void A_statement_that_allows_too_much(string before, string after, string expected) =>
        Finds(new LeastPrivilege(), Graph.Rewritten(RolePolicy, $"{Recorder}-policy", "policy", before, after), expected);

    [Fact]
    public void A_managed_policy_that_nobody_explained() => Finds(
        new LeastPrivilege(),
        Graph.With(
            "aws:iam/rolePolicyAttachment:RolePolicyAttachment",
            "too-much",
            ("policyArn", "arn:aws:iam::aws:policy/AdministratorAccess")),
        "too-much attaches arn:aws:iam::aws:policy/AdministratorAccess");

    [Theory]
    [InlineData(Queue, "pixel-queue", "sqsManagedSseEnabled", "pixel-queue is a queue without encryption")]
    [InlineData("aws:sns/topic:Topic", "alarms", "kmsMasterKeyId", "alarms is a topic without a key")]
    [InlineData(
        "aws:dynamodb/table:Table",
        "company-events-ledger",
        "serverSideEncryption",
        "company-events-ledger is a table without encryption")]
    [InlineData(
        "aws:kinesis/firehoseDeliveryStream:FirehoseDeliveryStream",
        "event-archive",
        "serverSideEncryption",
        "event-archive is a stream without encryption")]
    [InlineData(
        "aws:apigateway/domainName:DomainName",
        "pixel-domain",
        "securityPolicy",
        "pixel-domain is a domain that may speak old TLS")]
    public void Something_that_is_not_encrypted(string type, string name, string input, string expected) =>
        Finds(new Encryption(), Graph.Changed(type, name, input, null), expected);

    [Fact]
    public void A_bucket_that_is_not_encrypted() => Finds(
        new Encryption(),
        Graph.Without(
            "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration",
            "event-archive-bucket-encryption"),
        "event-archive-bucket is a bucket without encryption");

    [Theory]
    [InlineData("aws:cloudwatch/logGroup:LogGroup", $"{Recorder}-log", "retentionInDays", $"{Recorder}-log keeps its lines for ever")]
    [InlineData(Function, Recorder, "loggingConfig", $"{Recorder} is a function without a log group of the stack's")]
    [InlineData(Stage, "pixel-stage", "accessLogSettings", "pixel-stage is a stage without an access log")]
    public void A_log_that_never_forgets(string type, string name, string input, string expected) =>
        Finds(new LogsForget(), Graph.Changed(type, name, input, null), expected);

    [Fact]
    public void A_queue_whose_messages_end_nowhere() => Assert.Equal(
        // Its dead-letter queue is one no longer.
        [
            "pixel-queue is a queue without a dead-letter queue, and none itself",
            "pixel-queue-dlq is a queue without a dead-letter queue, and none itself",
        ],
        new DeadLetters().Violations(Graph.Changed(Queue, "pixel-queue", "redrivePolicy", null)).Order(StringComparer.Ordinal));

    [Fact]
    public void A_dead_letter_queue_that_anybody_may_fill() => Finds(
        new DeadLetters(),
        Graph.Rewritten(
            "aws:sqs/redriveAllowPolicy:RedriveAllowPolicy",
            "pixel-queue-dlq-sources",
            "redriveAllowPolicy",
            "byQueue",
            "allowAll"),
        "pixel-queue has a dead-letter queue that does not name it as its only source");

    [Theory]
    [InlineData("pixel-queue-dlq")]
    [InlineData("publish-company-event-bus-dlq")]
    public void A_dead_letter_queue_that_nobody_watches(string queue) =>
        Finds(new DeadLetters(), Graph.Without(Alarm, $"{queue}-alarm"), $"{queue} is a dead-letter queue without an alarm");

    [Theory]
    [InlineData("project", "engagement")]
    [InlineData("environment", "dev")]
    public void An_environment_without_a_tag(string tag, string value) => Finds(
        new DefaultTags(),
        Graph with
        {
            Configuration = Graph.Configuration.With(
                "aws:defaultTags",
                Graph.Configuration.Values["aws:defaultTags"].Replace(tag, "other", StringComparison.Ordinal)),
        },
        $"aws:defaultTags has no tag {tag} with the value {value}");

    [Theory]
    [InlineData("\"/events\"", "\"/other\"", "pixel answers get /other to everybody")]
    [InlineData("\"get\":", "\"post\":", "pixel answers post /events to everybody")]
    public void A_route_that_everybody_may_use(string before, string after, string expected) =>
        Finds(new NothingPublicButThePixel(), Graph.Rewritten(RestApi, "pixel", "body", before, after), expected);

    [Fact]
    public void A_way_in_that_the_stack_has_no_use_for() => Finds(
        new NothingPublicButThePixel(),
        Graph.With("aws:lambda/functionUrl:FunctionUrl", "side-door"),
        "side-door is a aws:lambda/functionUrl:FunctionUrl");

    [Fact]
    public void A_policy_that_lets_everybody_in() => Finds(
        new NothingPublicButThePixel(),
        Graph.With(
            QueuePolicy,
            "open-queue",
            ("policy", """{"Statement":[{"Sid":"Open","Effect":"Allow","Principal":"*","Action":"sqs:SendMessage","Resource":"arn:aws:sqs:eu-west-1:123456789012:pixel-queue"}]}""")),
        "open-queue, statement Open lets everybody in");

    [Fact]
    public void A_function_that_a_service_may_call_on_behalf_of_anybody() => Finds(
        new NothingPublicButThePixel(),
        Graph.With("aws:lambda/permission:Permission", "for-all", ("principal", "events.amazonaws.com")),
        "for-all lets callers in on behalf of anybody");

    [Fact]
    public void A_bucket_that_could_be_made_public() => Finds(
        new NothingPublicButThePixel(),
        Graph.Changed(
            "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock",
            "event-archive-bucket-public-access",
            "blockPublicPolicy",
            false),
        "event-archive-bucket is a bucket that could be made public");

    [Fact]
    public void A_bucket_with_files_of_others() => Finds(
        new NothingPublicButThePixel(),
        Graph.Without("aws:s3/bucketOwnershipControls:BucketOwnershipControls", "event-archive-bucket-ownership"),
        "event-archive-bucket is a bucket whose files may belong to others");

    [Theory]
    [InlineData("throttlingRateLimit")]
    [InlineData("throttlingBurstLimit")]
    public void A_stage_without_a_limit(string limit)
    {
        const string Settings = "aws:apigateway/methodSettings:MethodSettings";
        var values = Graph.Of(Settings).Single(settings => settings.Name == "pixel-throttling").Block("settings");

        Finds(
            new Throttling(),
            Graph.Changed(Settings, "pixel-throttling", "settings", values.SetItem(limit, -1.0)),
            "pixel-stage is a stage without a rate and a burst limit");
    }

    [Theory]
    [InlineData("$context.identity.sourceIp")]
    [InlineData("$context.identity.userAgent")]
    [InlineData("$context.requestOverride.querystring.endpoint")]
    [InlineData("$context.path")]
    public void An_access_log_that_says_something_of_the_visitor(string variable) => Finds(
        new NothingPersonalInLogs(),
        Graph.Changed(
            Stage,
            "pixel-stage",
            "accessLogSettings",
            ImmutableDictionary<string, object>.Empty.Add("format", $"{{\"x\":\"{variable}\"}}")),
        $"pixel-stage writes {variable} to its access log");

    [Theory]
    [InlineData("loggingLevel", "INFO")]
    [InlineData("dataTraceEnabled", true)]
    public void A_stage_that_logs_whole_requests(string key, object value)
    {
        const string Settings = "aws:apigateway/methodSettings:MethodSettings";
        var values = Graph.Of(Settings).Single(settings => settings.Name == "pixel-throttling").Block("settings");

        Finds(
            new NothingPersonalInLogs(),
            Graph.Changed(Settings, "pixel-throttling", "settings", values.SetItem(key, value)),
            "pixel-throttling writes whole requests to a log");
    }

    [Fact]
    public void A_firewall_that_keeps_samples() => Finds(
        new NothingPersonalInLogs(),
        Graph.Changed(
            "aws:wafv2/webAcl:WebAcl",
            "pixel-firewall",
            "visibilityConfig",
            ImmutableDictionary<string, object>.Empty.Add("sampledRequestsEnabled", true)),
        "pixel-firewall keeps samples of requests");

    [Fact]
    public void A_function_that_may_call_Pinpoint_without_bound() => Finds(
        new BoundedConcurrency(),
        Graph.Changed("aws:lambda/eventSourceMapping:EventSourceMapping", "pixel-source", "scalingConfig", null),
        $"pixel-source starts as many of {Recorder} as there are messages");

    [Theory]
    [InlineData(QueuePolicy, "pixel-queue")]
    [InlineData(QueuePolicy, "publish-company-event-bus-dlq")]
    [InlineData(TopicPolicy, "alarms")]
    [InlineData(TopicPolicy, "company-events-failures")]
    [InlineData(BucketPolicy, "event-archive-bucket")]
    public void Something_that_lets_plain_text_in(string type, string name)
    {
        var expected = $"{name} lets requests in that are not encrypted";

        Finds(
            new OnlyOverTls(),
            Graph.Rewritten(type, $"{name}-policy", "policy", "aws:SecureTransport", "aws:MultiFactorAuthPresent"),
            expected);
        Finds(
            new OnlyOverTls(),
            Graph.Rewritten(type, $"{name}-policy", "policy", "\"Effect\":\"Deny\"", "\"Effect\":\"Allow\""),
            expected);
        Finds(new OnlyOverTls(), Graph.Without(type, $"{name}-policy"), expected);
    }

    [Fact]
    public void A_queue_whose_policy_refuses_plain_text_for_one_action_alone() => Finds(
        new OnlyOverTls(),
        Graph.Rewritten(QueuePolicy, "pixel-queue-policy", "policy", "sqs:*", "sqs:SendMessage"),
        "pixel-queue lets requests in that are not encrypted");

    [Fact]
    public void A_second_policy_that_takes_the_place_of_the_first()
    {
        var queue = Graph.Of(QueuePolicy).Single(policy => policy.Name == "pixel-queue-policy");

        Finds(
            new OnlyOverTls(),
            Graph.With(QueuePolicy, "another", ("queueUrl", queue.Text("queueUrl")), ("policy", queue.Text("policy"))),
            "pixel-queue lets requests in that are not encrypted");
    }

    [Theory]
    [InlineData($"{Recorder}-role", "lambda.amazonaws.com")]
    [InlineData("announcement-system_update", "states.amazonaws.com")]
    [InlineData("event-archive-delivery-role", "firehose.amazonaws.com")]
    [InlineData("event-archive-source-role", "pinpoint.amazonaws.com")]
    public void A_role_that_a_service_assumes_on_behalf_of_anybody(string role, string service)
    {
        var expected = $"{role} trusts {service} on behalf of anybody";

        Finds(new TrustNamesTheAccount(), Graph.Rewritten(Role, role, "assumeRolePolicy", "123456789012", "111111111111"), expected);
        Finds(new TrustNamesTheAccount(), Graph.Rewritten(Role, role, "assumeRolePolicy", "StringEquals", "StringNotEquals"), expected);
    }

    [Theory]
    [InlineData("aws:kms/keyPolicy:KeyPolicy", "alarms-key-policy", "aws:SourceAccount", "EncryptAlarms trusts cloudwatch.amazonaws.com")]
    [InlineData(TopicPolicy, "alarms-policy", "aws:SourceAccount", "TellOfAlarms trusts cloudwatch.amazonaws.com")]
    [InlineData(QueuePolicy, "reminders-schedule-dlq-policy", "aws:SourceArn", "KeepUndelivered trusts events.amazonaws.com")]
    public void A_policy_that_lets_a_service_in_on_behalf_of_anybody(string type, string name, string key, string expected) => Finds(
        new TrustNamesTheAccount(),
        Graph.Rewritten(type, name, "policy", key, "aws:PrincipalServiceName"),
        $"{name}, statement {expected} on behalf of anybody");

    [Theory]
    [InlineData("company-events-overdue-target")]
    [InlineData("reminders-schedule-target")]
    [InlineData("publish-company-event-events-target")]
    public void A_target_whose_events_are_dropped(string target) => Assert.Contains(
        $"{target} is a target without a dead-letter queue",
        new DeadLetters().Violations(Graph.Changed(Target, target, "deadLetterConfig", null)));

    [Fact]
    public void A_dead_letter_queue_that_its_rule_may_not_fill() => Finds(
        new DeadLetters(),
        Graph.Rewritten(QueuePolicy, "company-events-overdue-dlq-policy", "policy", ":company-events-overdue\"}", ":another-rule\"}"),
        "company-events-overdue-target has a dead-letter queue that does not let its rule in");

    [Theory]
    [InlineData("company-events-overdue", "company-events-overdue-target")]
    [InlineData("reminders-schedule", "reminders-schedule-target")]
    [InlineData("publish-company-event", "publish-company-event-events-target")]
    public void A_function_whose_failures_are_dropped(string name, string target) => Assert.Contains(
        $"{target} calls a function whose failures are dropped",
        new DeadLetters().Violations(
            Graph.Without("aws:lambda/functionEventInvokeConfig:FunctionEventInvokeConfig", $"{name}-asynchronous")));

    [Theory]
    [InlineData(
        "aws:dynamodb/table:Table",
        "reminders-ledger",
        "pointInTimeRecovery",
        "reminders-ledger breaks AwsSolutions-DDB3, CKV_AWS_28, DynamoDB.2")]
    [InlineData("aws:kms/key:Key", "alarms-key", "enableKeyRotation", "alarms-key breaks AwsSolutions-KMS5, CKV_AWS_7")]
    [InlineData("aws:wafv2/webAcl:WebAcl", "pixel-firewall", "rules", "pixel-firewall breaks CKV_AWS_175, WAF.10")]
    public void A_rule_of_a_scanner_that_nobody_accepted(string type, string name, string input, string expected) =>
        Finds(new ScannersFindNothingElse(), Graph.Changed(type, name, input, null), expected);

    [Theory]
    [InlineData("alarmActions", "an alarm that reports to nobody")]
    [InlineData("okActions", "an alarm that reports to nobody")]
    [InlineData("alarmDescription", "an alarm that does not say what it means")]
    public void An_alarm_that_helps_nobody(string input, string expected) =>
        Finds(new AlarmsReachSomebody(), Graph.Changed(Alarm, "pixel-5xx", input, null), $"pixel-5xx is {expected}");

    [Fact]
    public void A_secret_in_an_environment_variable() => Finds(
        new SecretsStaySecret(),
        Graph.Changed(
            Function,
            Recorder,
            "environment",
            ImmutableDictionary<string, object>.Empty.Add("KEY", Graph.Configuration.Values["identity:signingKey"])),
        $"{Recorder} holds the value of identity:signingKey");

    private static void Finds(IPolicyRule rule, DeclaredGraph planted, string expected) =>
        Assert.StartsWith(expected, Assert.Single(rule.Violations(planted)), StringComparison.Ordinal);
}
