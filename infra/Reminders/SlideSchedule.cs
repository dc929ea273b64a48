using Engagement.Infra.Functions;
using Engagement.Infra.Queues;
using Pulumi;
using Aws = Pulumi.Aws;

namespace Engagement.Infra.Reminders;

/// <summary>The beginning of each hour, which has the segments moved.</summary>
internal sealed class SlideSchedule : ComponentResource
{
    public SlideSchedule(string name, HandlerFunction slider, ComponentResourceOptions? options = null)
        : base("engagement:reminders:SlideSchedule", name, options)
    {
        var asChild = new CustomResourceOptions { Parent = this };
        Undelivered = new DeadLetterQueue(
            $"{name}-dlq",
            $"Hours of {name} could not be handed to slide-reminders. The next one that is catches up; the messages can be deleted.",
            new ComponentResourceOptions { Parent = this });
        var rule = new Aws.CloudWatch.EventRule(name, new()
        {
            Description = "The beginning of each hour, which has the segments of reminders moved on",
            ScheduleExpression = "cron(0 * * * ? *)",
        }, asChild);
        _ = RulePermission.Create($"{name}-permission", slider, rule, this);
        Undelivered.KeepUndelivered($"{name}-dlq-policy", rule);
        _ = new Aws.CloudWatch.EventTarget($"{name}-target", new()
        {
            Rule = rule.Name,
            Arn = slider.Function.Arn,
            DeadLetterConfig = new Aws.CloudWatch.Inputs.EventTargetDeadLetterConfigArgs { Arn = Undelivered.Queue.Arn },
        }, asChild);
        RegisterOutputs();
    }

    /// <summary>Where hours end that could not be handed on.</summary>
    public DeadLetterQueue Undelivered { get; }
}
