using System.Collections.Immutable;
using Infra.Tests.StackProgram;

namespace Infra.Tests.Policies.Scanners;

/// <summary>
/// The rules of cdk-nag (AwsSolutions), Checkov and Security Hub (FSBP) about what this stack declares, as their sources and pages have
/// them. Scanners read templates and accounts; these look at the same inputs before there is either. What another policy rule holds is not
/// repeated here.
/// </summary>
internal static class ScannerCatalog
{
    private const string Api = "aws:apigateway/restApi:RestApi";
    private const string Stage = "aws:apigateway/stage:Stage";
    private const string Methods = "aws:apigateway/methodSettings:MethodSettings";
    private const string Acl = "aws:wafv2/webAcl:WebAcl";
    private const string AclAssociation = "aws:wafv2/webAclAssociation:WebAclAssociation";
    private const string Function = "aws:lambda/function:Function";
    private const string LogGroup = "aws:cloudwatch/logGroup:LogGroup";
    private const string Queue = "aws:sqs/queue:Queue";
    private const string Table = "aws:dynamodb/table:Table";
    private const string Secret = "aws:secretsmanager/secret:Secret";
    private const string Bucket = "aws:s3/bucket:Bucket";
    private const string Stream = "aws:kinesis/firehoseDeliveryStream:FirehoseDeliveryStream";
    private const string Machine = "aws:sfn/stateMachine:StateMachine";
    private const string Key = "aws:kms/key:Key";
    private const string Bus = "aws:cloudwatch/eventBus:EventBus";
    private const string BusPolicy = "aws:cloudwatch/eventBusPolicy:EventBusPolicy";
    private const string Role = "aws:iam/role:Role";
    private const string RolePolicy = "aws:iam/rolePolicy:RolePolicy";
    private const string ManagedPolicy = "aws:iam/rolePolicyAttachment:RolePolicyAttachment";
    private const string Alarm = "aws:cloudwatch/metricAlarm:MetricAlarm";
    private const string KnownBadInputs = "AWSManagedRulesKnownBadInputsRuleSet";
    private const int OneYear = 365;

    // The newest of each kind that Lambda has.
    private static readonly string[] Runtimes = ["dotnet10", "provided.al2023"];

    public static IReadOnlyList<ScannerRule> Rules { get; } =
    [
        .. Apis(), .. Firewalls(), .. Functions(), .. Stores(), .. Buckets(), .. Events(), .. Identities(),
    ];

    private static ScannerRule[] Apis() =>
    [
        new(["AwsSolutions-APIG2", "CKV2_AWS_53"], Api,
            (_, api) => !api.Text("body").Contains("\"validateRequestBody\": true", StringComparison.Ordinal)),
        new(["AwsSolutions-APIG4", "CKV_AWS_59", "CKV2_AWS_70"], Api,
            (_, api) => !api.Text("body").Contains("AWS_IAM", StringComparison.Ordinal)),
        new(["AwsSolutions-COG4"], Api, (_, api) => !api.Text("body").Contains("cognito_user_pools", StringComparison.Ordinal)),
        new(["AwsSolutions-APIG3", "CKV2_AWS_29", "APIGateway.4"], Stage, (graph, stage) => !HasFirewall(graph, stage)),
        new(["AwsSolutions-APIG6", "CKV2_AWS_4", "APIGateway.1"], Methods,
            (_, methods) => methods.Block("settings").GetValueOrDefault("loggingLevel") is not ("ERROR" or "INFO")),
        new(["CKV_AWS_73", "APIGateway.3"], Stage, (_, stage) => stage.Inputs.GetValueOrDefault("xrayTracingEnabled") is not true),
        new(["CKV_AWS_120"], Stage, (_, stage) => stage.Inputs.GetValueOrDefault("cacheClusterEnabled") is not true),
        new(["CKV_AWS_225"], Methods, (_, methods) => methods.Block("settings").GetValueOrDefault("cachingEnabled") is not true),
        new(["CKV_AWS_308", "APIGateway.5"], Methods,
            (_, methods) => methods.Block("settings").GetValueOrDefault("cachingEnabled") is true),
        new(["CKV2_AWS_51", "APIGateway.2"], Stage, (_, stage) => !stage.Inputs.ContainsKey("clientCertificateId")),
    ];

    private static ScannerRule[] Firewalls() =>
    [
        new(["CKV_AWS_192", "CKV2_AWS_77"], Acl,
            (_, acl) => !DeclaredGraph.Json(acl).GetRawText().Contains(KnownBadInputs, StringComparison.Ordinal)),
        new(["CKV2_AWS_31"], Acl, (graph, _) => !graph.Of("aws:wafv2/webAclLoggingConfiguration:WebAclLoggingConfiguration").Any()),
        new(["CKV_AWS_175", "WAF.10"], Acl,
            (_, acl) => acl.Inputs.GetValueOrDefault("rules") is not ImmutableArray<object> { IsDefaultOrEmpty: false }),
        new(["WAF.12"], Acl,
            (_, acl) => DeclaredGraph.Json(acl).GetRawText().Contains("\"cloudwatchMetricsEnabled\":false", StringComparison.Ordinal)),
    ];

    private static ScannerRule[] Functions() =>
    [
        new(["CKV_AWS_115"], Function, (_, function) => !function.Inputs.ContainsKey("reservedConcurrentExecutions")),
        new(["CKV_AWS_116"], Function, (_, function) => !function.Inputs.ContainsKey("deadLetterConfig")),
        new(["CKV_AWS_117"], Function, (_, function) => !function.Inputs.ContainsKey("vpcConfig")),
        new(["CKV_AWS_272"], Function, (_, function) => !function.Inputs.ContainsKey("codeSigningConfigArn")),
        new(["CKV_AWS_50"], Function, (_, function) => !function.Inputs.ContainsKey("tracingConfig")),
        new(["CKV_AWS_173"], Function,
            (_, function) => function.Inputs.ContainsKey("environment") && !function.Inputs.ContainsKey("kmsKeyArn")),
        new(["AwsSolutions-L1", "CKV_AWS_363", "Lambda.2"], Function, (_, function) => !Runtimes.Contains(function.Text("runtime"))),
        new(["CKV_AWS_158"], LogGroup, (_, log) => !log.Inputs.ContainsKey("kmsKeyId")),
        new(["CKV_AWS_338"], LogGroup, (_, log) => log.Number("retentionInDays") < OneYear),
    ];

    private static ScannerRule[] Stores() =>
    [
        new(["AwsSolutions-DDB3", "CKV_AWS_28", "DynamoDB.2"], Table, (_, table) => !IsOn(table, "pointInTimeRecovery")),
        new(["CKV_AWS_119"], Table,
            (_, table) =>
                !table.Inputs.ContainsKey("serverSideEncryption") || !table.Block("serverSideEncryption").ContainsKey("kmsKeyArn")),
        new(["DynamoDB.1"], Table, (_, table) => table.Inputs.GetValueOrDefault("billingMode") is not "PAY_PER_REQUEST"),
        new(["DynamoDB.6"], Table, (_, table) => table.Inputs.GetValueOrDefault("deletionProtectionEnabled") is not true),
        new(["CKV_AWS_149"], Secret, (_, secret) => !secret.Inputs.ContainsKey("kmsKeyId")),
        new(["AwsSolutions-SMG4", "CKV2_AWS_57", "SecretsManager.1", "SecretsManager.4"], Secret,
            (graph, secret) => !Has(graph, "aws:secretsmanager/secretRotation:SecretRotation", "secretId", secret)),
        new(["CKV2_AWS_73"], Queue, (_, queue) => !queue.Inputs.ContainsKey("kmsMasterKeyId")),
        new(["AwsSolutions-KMS5", "CKV_AWS_7"], Key, (_, key) => key.Inputs.GetValueOrDefault("enableKeyRotation") is not true),
        new(["CKV2_AWS_64"], Key, (graph, key) => !Has(graph, "aws:kms/keyPolicy:KeyPolicy", "keyId", key)),
    ];

    private static ScannerRule[] Buckets() =>
    [
        new(["AwsSolutions-S1", "CKV_AWS_18", "S3.9"], Bucket,
            (graph, bucket) => !Has(graph, "aws:s3/bucketLogging:BucketLogging", "bucket", bucket)),
        new(["CKV_AWS_21"], Bucket, (graph, bucket) => !Has(graph, "aws:s3/bucketVersioning:BucketVersioning", "bucket", bucket)),
        new(["CKV_AWS_144"], Bucket,
            (graph, bucket) => !Has(graph, "aws:s3/bucketReplicationConfig:BucketReplicationConfig", "bucket", bucket)),
        new(["CKV_AWS_145"], Bucket, (graph, bucket) => !EncryptsWith(graph, bucket, "aws:kms")),
        new(["CKV2_AWS_62"], Bucket, (graph, bucket) => !Has(graph, "aws:s3/bucketNotification:BucketNotification", "bucket", bucket)),
        new(["CKV2_AWS_61", "CKV_AWS_300", "S3.13"], Bucket,
            (graph, bucket) => !Has(graph, "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration", "bucket", bucket)),
        new(["CKV_AWS_241"], Stream,
            (_, stream) => (string?)stream.Block("serverSideEncryption").GetValueOrDefault("keyType") != "CUSTOMER_MANAGED_CMK"),
    ];

    private static ScannerRule[] Events() =>
    [
        new(["AwsSolutions-SF1", "StepFunctions.1"], Machine,
            (_, machine) =>
                !machine.Inputs.ContainsKey("loggingConfiguration")
                    || machine.Block("loggingConfiguration").GetValueOrDefault("level") is not "ALL"),
        new(["AwsSolutions-SF2", "CKV_AWS_284"], Machine, (_, machine) => !IsOn(machine, "tracingConfiguration")),
        new(["CKV_AWS_285"], Machine,
            (_, machine) => machine.Block("loggingConfiguration").GetValueOrDefault("includeExecutionData") is not true),
        new(["EventBridge.3"], Bus, (graph, _) => !graph.Of(BusPolicy).Any()),
        new(["AwsSolutions-EVB1"], BusPolicy,
            (_, policy) =>
                PolicyStatement.In(policy, "policy")
                    .Any(statement => statement.Allows && !statement.IsConditional && statement.Principals.Contains("*"))),
        new(["CKV_AWS_319"], Alarm, (_, alarm) => alarm.Inputs.GetValueOrDefault("actionsEnabled") is false),
    ];

    private static ScannerRule[] Identities() =>
    [
        new(["AwsSolutions-IAM4"], ManagedPolicy,
            (_, attached) => attached.Text("policyArn").StartsWith("arn:aws:iam::aws:", StringComparison.Ordinal)),
        new(["AwsSolutions-IAM5"], RolePolicy,
            (_, policy) =>
                Statements(policy)
                    .Any(statement =>
                        statement.Actions.Concat(statement.Resources).Any(text => text.Contains('*', StringComparison.Ordinal)))),
        new(["CKV_AWS_289", "CKV_AWS_290", "CKV_AWS_355"], RolePolicy,
            (_, policy) => Statements(policy).Any(statement => !statement.IsConditional && statement.Resources.Contains("*"))),
        new(["CKV_AWS_62", "CKV_AWS_63"], RolePolicy, (_, policy) => Statements(policy).Any(statement => statement.Actions.Contains("*"))),
        new(["CKV_AWS_60", "CKV_AWS_61"], Role,
            (_, role) =>
                PolicyStatement.In(role, "assumeRolePolicy")
                    .Any(statement =>
                        statement.Principals.Any(principal => !principal.EndsWith(".amazonaws.com", StringComparison.Ordinal)))),
    ];

    private static IEnumerable<PolicyStatement> Statements(Registered policy) =>
        PolicyStatement.In(policy, "policy").Where(statement => statement.Allows);

    private static bool HasFirewall(DeclaredGraph graph, Registered stage) =>
        graph.Of(AclAssociation).Any(association => association.Text("resourceArn").EndsWith($":{stage.Name}", StringComparison.Ordinal));

    private static bool Has(DeclaredGraph graph, string type, string key, Registered resource) =>
        graph.Of(type).Any(other => other.Text(key) == $"{resource.Name}-id");

    private static bool EncryptsWith(DeclaredGraph graph, Registered bucket, string algorithm) =>
        graph.Of("aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration")
            .Any(encryption => encryption.Text("bucket") == $"{bucket.Name}-id"
                && DeclaredGraph.Json(encryption).GetRawText().Contains($"\"{algorithm}\"", StringComparison.Ordinal));

    private static bool IsOn(Registered resource, string block) =>
        resource.Inputs.ContainsKey(block) && resource.Block(block).GetValueOrDefault("enabled") is true;
}
