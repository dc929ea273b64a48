using System.Text.Json.Nodes;
using Engagement.CompanyEvents;
using Engagement.Definitions.Announcements;
using Engagement.Infra.Iam;
using Engagement.Infra.Observability;
using Pulumi;
using Aws = Pulumi.Aws;

namespace Engagement.Infra.CompanyEvents;

/// <summary>What a <see cref="StateMachineTrigger"/> is made of.</summary>
internal sealed record StateMachineTriggerArgs
{
    public required Announcement Announcement { get; init; }

    public required CompanyEventBus Bus { get; init; }

    public required Aws.Sfn.StateMachine Machine { get; init; }
}

/// <summary>Starts an announcement's state machine with each event that the publisher has checked, and keeps those that could not be handed over.</summary>
internal sealed class StateMachineTrigger : ComponentResource
{
    private const int FourteenDays = 14 * 24 * 60 * 60;

    // A day is the longest that EventBridge tries; the attempts within it are the most that it makes.
    private const int LongestAge = 24 * 60 * 60;
    private const int MostAttempts = 185;

    public StateMachineTrigger(string name, StateMachineTriggerArgs args, ComponentResourceOptions? options = null)
        : base("engagement:companyEvents:StateMachineTrigger", name, options)
    {
        var asChild = new CustomResourceOptions { Parent = this };
        var rule = new Aws.CloudWatch.EventRule(name, new()
        {
            Description = $"Events of {args.Announcement.Name} that the publisher has checked",
            EventBusName = args.Bus.Bus.Name,
            EventPattern = new JsonObject
            {
                ["source"] = new JsonArray(EventSource.Checked),
                ["detail-type"] = new JsonArray(args.Announcement.Name),
            }.ToJsonString(),
        }, asChild);
        // Not after the component: the name of a role has at most 64 characters, with the digits that Pulumi adds.
        var start = $"start-{args.Announcement.Name}";
        var role = new Aws.Iam.Role(start, new() { AssumeRolePolicy = PolicyDocument.Allow(Statement.Trust("events.amazonaws.com")) }, asChild);
        var policy = new Aws.Iam.RolePolicy($"{start}-policy", new()
        {
            Role = role.Id,
            Policy = PolicyDocument.Allow(new Statement("StartExecution") { Actions = ["states:StartExecution"], Resources = [args.Machine.Arn] }),
        }, asChild);
        Undelivered = CreateUndelivered(name, args, rule, asChild);
        _ = new Aws.CloudWatch.EventTarget(name, new()
        {
            EventBusName = args.Bus.Bus.Name,
            Rule = rule.Name,
            Arn = args.Machine.Arn,
            RoleArn = role.Arn,
            RetryPolicy = new Aws.CloudWatch.Inputs.EventTargetRetryPolicyArgs { MaximumEventAgeInSeconds = LongestAge, MaximumRetryAttempts = MostAttempts },
            DeadLetterConfig = new Aws.CloudWatch.Inputs.EventTargetDeadLetterConfigArgs { Arn = Undelivered.Arn },
        }, new CustomResourceOptions { Parent = this, DependsOn = { policy } });
        RegisterOutputs();
    }

    /// <summary>Where events end that could not be handed over.</summary>
    public Aws.Sqs.Queue Undelivered { get; }

    private Aws.Sqs.Queue CreateUndelivered(string name, StateMachineTriggerArgs args, Aws.CloudWatch.EventRule rule, CustomResourceOptions asChild)
    {
        var queue = new Aws.Sqs.Queue($"{name}-dlq", new() { MessageRetentionSeconds = FourteenDays, SqsManagedSseEnabled = true }, asChild);
        _ = new Aws.Sqs.QueuePolicy($"{name}-dlq-policy", new()
        {
            QueueUrl = queue.Url,
            Policy = PolicyDocument.Allow(Statement.KeepUndelivered(queue, rule), Statement.OnlyOverTls("sqs:*", queue.Arn)),
        }, asChild);
        _ = new AboveZeroAlarm($"{name}-dlq-alarm", new()
        {
            Description = $"Events of {args.Announcement.Name} could not be handed to its state machine: find the cause, then put them on the bus again.",
            Namespace = "AWS/SQS",
            Metric = "ApproximateNumberOfMessagesVisible",
            Statistic = "Maximum",
            Dimensions = new InputMap<string> { { "QueueName", queue.Name } },
        }, new ComponentResourceOptions { Parent = this });
        return queue;
    }
}
