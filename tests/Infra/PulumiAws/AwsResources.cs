using System.Collections.Immutable;
using Pulumi;
using Pulumi.Aws;
using Pulumi.Aws.Iam;
using Pulumi.Aws.Lambda;
using Pulumi.Aws.Lambda.Inputs;
using Pulumi.Aws.SecretsManager;
using Pulumi.Aws.Sqs;

namespace Infra.Tests.PulumiAws;

/// <summary>One resource of each kind of property that the generated classes have.</summary>
public sealed class AwsResources : Stack
{
    public AwsResources()
    {
        var queue = new Queue("queue", new QueueArgs { VisibilityTimeoutSeconds = 30, FifoQueue = true, Tags = { ["team"] = "crm" } });
        _ = new RedriveAllowPolicy(
            "redrive",
            new RedriveAllowPolicyArgs { QueueUrl = queue.Id, RedriveAllowPolicyName = """{"redrivePermission":"byQueue"}""" });
        _ = new QueuePolicy(
            "policy",
            new QueuePolicyArgs { QueueUrl = queue.Id, Policy = queue.Id.Apply(id => $$"""{"Resource":"{{id}}"}""") });
        var role = new Role("role", new RoleArgs { AssumeRolePolicy = """{"Version":"2012-10-17"}""" });
        var function = new Function("function", new FunctionArgs
        {
            Role = role.Arn,
            Runtime = Runtime.Dotnet10,
            Architectures = { "arm64" },
            MemorySize = 512,
            Environment = new FunctionEnvironmentArgs { Variables = { ["STACK"] = "dev" } },
            LoggingConfig = new FunctionLoggingConfigArgs { LogFormat = "JSON" },
        });
        _ = new SecretVersion("version", new SecretVersionArgs { SecretId = "signing", SecretString = "hidden" });
        _ = new Provider("provider", new ProviderArgs { Region = "eu-central-1", MaxRetries = 3, AllowedAccountIds = { "000000000000" } });

        LogFormat = function.LoggingConfig.Apply(config => config.LogFormat!);
        AccountId = GetCallerIdentity.Invoke().Apply(identity => identity.AccountId);
        Region = GetRegion.Invoke(new GetRegionInvokeArgs { Region = "eu-central-1" }).Apply(region => region.Region);
        Architectures = function.Architectures;
    }

    [Output]
    public Output<string> LogFormat { get; private set; }

    [Output]
    public Output<string> AccountId { get; private set; }

    [Output]
    public Output<string> Region { get; private set; }

    [Output]
    public Output<ImmutableArray<string>> Architectures { get; private set; }
}
