using Engagement.Infra.Functions;
using Engagement.Infra.Iam;
using Pulumi;
using Aws = Pulumi.Aws;

namespace Engagement.Infra.Platforms.Pinpoint;

/// <summary>Lets the Pinpoint of this account, and of no other, call a function.</summary>
internal static class PinpointPermission
{
    /// <param name="name">The permission's name.</param>
    /// <param name="function">The function that is called.</param>
    /// <param name="app">The application.</param>
    /// <param name="callers">The callers, below the application, such as <c>campaigns/*</c>.</param>
    /// <param name="parent">Parent of the permission.</param>
    public static Aws.Lambda.Permission Create(
        string name, HandlerFunction function, Aws.Pinpoint.App app, string callers, Resource parent) => new(
        name,
        new()
        {
            Action = "lambda:InvokeFunction",
            Function = function.Function.Name,
            // arn:aws:mobiletargeting:<region>:<account>:apps/<id>
            Principal = app.Arn.Apply(arn => $"pinpoint.{arn.Split(':')[3]}.amazonaws.com"),
            SourceAccount = OutputArn.Account(app.Arn),
            SourceArn = Output.Format($"{app.Arn}/{callers}"),
        },
        new CustomResourceOptions { Parent = parent });
}
