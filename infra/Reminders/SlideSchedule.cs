using Engagement.Infra.Functions;
using Engagement.Infra.Iam;
using Engagement.Infra.Observability;
using Pulumi;
using Aws = Pulumi.Aws;

namespace Engagement.Infra.Reminders;

/// <summary>The beginning of each hour, which has the segments moved.</summary>
internal sealed class SlideSchedule : ComponentResource
{
    private const int FourteenDays = 14 * 24 * 60 * 60;

    public SlideSchedule(string name, HandlerFunction slider, ComponentResourceOptions? options = null)
        : base("engagement:reminders:SlideSchedule", name, options)
    {
        var asChild = new CustomResourceOptions { Parent = this };
        Undelivered = new Aws.Sqs.Queue($"{name}-dlq", new() { MessageRetentionSeconds = FourteenDays, SqsManagedSseEnabled = true }, asChild);
        var rule = new Aws.CloudWatch.EventRule(name, new()
        {
            Description = "The beginning of each hour, which has the segments of reminders moved on",
            ScheduleExpression = "cron(0 * * * ? *)",
        }, asChild);
        _ = new Aws.Lambda.Permission($"{name}-permission", new()
        {
            Action = "lambda:InvokeFunction",
            Function = slider.Function.Name,
            Principal = "events.amazonaws.com",
            SourceArn = rule.Arn,
        }, asChild);
        _ = new Aws.Sqs.QueuePolicy($"{name}-dlq-policy", new()
        {
            QueueUrl = Undelivered.Url,
            Policy = PolicyDocument.Allow(Statement.KeepUndelivered(Undelivered, rule), Statement.OnlyOverTls("sqs:*", Undelivered.Arn)),
        }, asChild);
        _ = new Aws.CloudWatch.EventTarget($"{name}-target", new()
        {
            Rule = rule.Name,
            Arn = slider.Function.Arn,
            DeadLetterConfig = new Aws.CloudWatch.Inputs.EventTargetDeadLetterConfigArgs { Arn = Undelivered.Arn },
        }, asChild);
        _ = new AboveZeroAlarm($"{name}-dlq-alarm", new()
        {
            Description = $"Hours of {name} could not be handed to slide-reminders. The next one that is catches up; the messages can be deleted.",
            Namespace = "AWS/SQS",
            Metric = "ApproximateNumberOfMessagesVisible",
            Statistic = "Maximum",
            Dimensions = new InputMap<string> { { "QueueName", Undelivered.Name } },
        }, new ComponentResourceOptions { Parent = this });
        RegisterOutputs();
    }

    /// <summary>Where hours end that could not be handed on.</summary>
    public Aws.Sqs.Queue Undelivered { get; }
}
