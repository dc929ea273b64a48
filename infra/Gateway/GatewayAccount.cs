using Engagement.Infra.Iam;
using Pulumi;
using Aws = Pulumi.Aws;

namespace Engagement.Infra.Gateway;

/// <summary>
/// The role that API Gateway writes logs with. AWS has one such setting for an account and region, not one for each API. So one stack of an
/// account may own it, and the others must not.
/// </summary>
internal sealed class GatewayAccount : ComponentResource
{
    public GatewayAccount(string name, ComponentResourceOptions? options = null)
        : base("engagement:pixel:GatewayAccount", name, options)
    {
        var asChild = new CustomResourceOptions { Parent = this };
        var role = new Aws.Iam.Role($"{name}-role", new()
        {
            AssumeRolePolicy = PolicyDocument.Allow(Statement.TrustApiGateway()),
        }, asChild);
        var policy = new Aws.Iam.RolePolicyAttachment($"{name}-policy", new()
        {
            Role = role.Name,
            // The service writes the logs of every API of the account with this one role; AWS's managed policy is what it documents for
            // that.
            PolicyArn = "arn:aws:iam::aws:policy/service-role/AmazonAPIGatewayPushToCloudWatchLogs",
        }, asChild);
        _ = new Aws.ApiGateway.Account(
            name, new() { CloudwatchRoleArn = role.Arn }, new CustomResourceOptions { Parent = this, DependsOn = { policy } });
        RegisterOutputs();
    }
}
