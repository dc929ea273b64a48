using System.Text.Json.Nodes;
using Engagement.CompanyEvents;
using Engagement.Definitions.Announcements;
using Engagement.Infra.Iam;
using Engagement.Infra.Queues;
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
        var role = new Aws.Iam.Role(start, new() { AssumeRolePolicy = PolicyDocument.Allow(Statement.Trust("events.amazonaws.com", Arn.Account(rule.Arn))) }, asChild);
        var policy = new Aws.Iam.RolePolicy($"{start}-policy", new()
        {
            Role = role.Id,
            Policy = PolicyDocument.Allow(new Statement("StartExecution") { Actions = ["states:StartExecution"], Resources = [args.Machine.Arn] }),
        }, asChild);
        Undelivered = new DeadLetterQueue(
            $"{name}-dlq",
            $"Events of {args.Announcement.Name} could not be handed to its state machine: find the cause, then put them on the bus again.",
            rule,
            new ComponentResourceOptions { Parent = this });
        _ = new Aws.CloudWatch.EventTarget(name, new()
        {
            EventBusName = args.Bus.Bus.Name,
            Rule = rule.Name,
            Arn = args.Machine.Arn,
            RoleArn = role.Arn,
            RetryPolicy = new Aws.CloudWatch.Inputs.EventTargetRetryPolicyArgs { MaximumEventAgeInSeconds = LongestAge, MaximumRetryAttempts = MostAttempts },
            DeadLetterConfig = new Aws.CloudWatch.Inputs.EventTargetDeadLetterConfigArgs { Arn = Undelivered.Queue.Arn },
        }, new CustomResourceOptions { Parent = this, DependsOn = { policy } });
        RegisterOutputs();
    }

    /// <summary>Where events end that could not be handed over.</summary>
    public DeadLetterQueue Undelivered { get; }
}
