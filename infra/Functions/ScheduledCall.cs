using Engagement.Infra.Iam;
using Engagement.Infra.Queues;
using Pulumi;
using Aws = Pulumi.Aws;

namespace Engagement.Infra.Functions;

/// <summary>What a <see cref="ScheduledCall"/> is made of.</summary>
internal sealed record ScheduledCallArgs
{
    /// <summary>The function that is called.</summary>
    public required HandlerFunction Function { get; init; }

    /// <summary>Such as <c>rate(5 minutes)</c>, in UTC.</summary>
    public required string Schedule { get; init; }

    /// <summary>The purpose of the calls.</summary>
    public required string Description { get; init; }

    /// <summary>What a call that was given up means, and what to do.</summary>
    public required string GivenUp { get; init; }
}

/// <summary>Calls a function by the clock. A call that could not be made, or that failed for good, waits in a dead-letter queue.</summary>
internal sealed class ScheduledCall : ComponentResource
{
    public ScheduledCall(string name, ScheduledCallArgs args, ComponentResourceOptions? options = null)
        : base("engagement:functions:ScheduledCall", name, options)
    {
        var asChild = new CustomResourceOptions { Parent = this };
        var rule = new Aws.CloudWatch.EventRule(name, new()
        {
            Description = args.Description,
            ScheduleExpression = args.Schedule,
        }, asChild);
        GivenUp = new DeadLetterQueue($"{name}-dlq", args.GivenUp, rule, new ComponentResourceOptions { Parent = this });
        var permission = RulePermission.Create($"{name}-permission", args.Function, rule, this);
        _ = new Aws.CloudWatch.EventTarget($"{name}-target", new()
        {
            Rule = rule.Name,
            Arn = args.Function.Function.Arn,
            DeadLetterConfig = new Aws.CloudWatch.Inputs.EventTargetDeadLetterConfigArgs { Arn = GivenUp.Queue.Arn },
        }, new CustomResourceOptions { Parent = this, DependsOn = { permission } });
        KeepFailed(name, args.Function);
        RegisterOutputs();
    }

    /// <summary>The queue of calls that were given up.</summary>
    public DeadLetterQueue GivenUp { get; }

    // EventBridge waits for no answer. Lambda alone knows of a failure, and drops the call after three attempts.
    private void KeepFailed(string name, HandlerFunction function)
    {
        var policy = new Aws.Iam.RolePolicy($"{name}-policy", new()
        {
            Role = function.Role.Id,
            Policy = PolicyDocument.Allow(new Statement("KeepFailed") { Actions = ["sqs:SendMessage"], Resources = [GivenUp.Queue.Arn] }),
        }, new CustomResourceOptions { Parent = this });
        _ = new Aws.Lambda.FunctionEventInvokeConfig($"{name}-asynchronous", new()
        {
            FunctionName = function.Function.Name,
            DestinationConfig = new Aws.Lambda.Inputs.FunctionEventInvokeConfigDestinationConfigArgs
            {
                OnFailure = new Aws.Lambda.Inputs.FunctionEventInvokeConfigDestinationConfigOnFailureArgs
                {
                    Destination = GivenUp.Queue.Arn,
                },
            },
            // Lambda refuses a destination that the function's role may not send to.
        }, new CustomResourceOptions { Parent = this, DependsOn = { policy } });
    }
}
