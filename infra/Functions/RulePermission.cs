using Pulumi;
using Aws = Pulumi.Aws;

namespace Engagement.Infra.Functions;

/// <summary>Lets a rule of EventBridge, and no other, call a function.</summary>
internal static class RulePermission
{
    /// <param name="name">The permission's name.</param>
    /// <param name="function">The function that is called.</param>
    /// <param name="rule">The rule that calls.</param>
    /// <param name="parent">Parent of the permission.</param>
    public static Aws.Lambda.Permission Create(
        string name, HandlerFunction function, Aws.CloudWatch.EventRule rule, Resource parent) => new(
        name,
        new()
        {
            Action = "lambda:InvokeFunction",
            Function = function.Function.Name,
            Principal = "events.amazonaws.com",
            SourceArn = rule.Arn,
        },
        new CustomResourceOptions { Parent = parent });
}
