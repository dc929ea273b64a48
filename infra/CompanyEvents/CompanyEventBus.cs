using System.Text.Json;
using Engagement.Infra.Functions;
using Engagement.Infra.Queues;
using Pulumi;
using Aws = Pulumi.Aws;

namespace Engagement.Infra.CompanyEvents;

/// <summary>
/// The bus that the company's own systems put events on. All of them go to the publisher, unknown ones too: the publisher refuses them in
/// the same words as on the route.
/// </summary>
internal sealed class CompanyEventBus : ComponentResource
{
    private readonly Aws.CloudWatch.EventRule rule;

    /// <param name="name">Name of the bus, after the stack's.</param>
    /// <param name="ruleName">Name of the rule that hands events to the publisher.</param>
    /// <param name="options">Its parent.</param>
    public CompanyEventBus(string name, string ruleName, ComponentResourceOptions? options = null)
        : base("engagement:companyEvents:CompanyEventBus", name, options)
    {
        var asChild = new CustomResourceOptions { Parent = this };
        Bus = new Aws.CloudWatch.EventBus(name, new() { Name = $"{Pulumi.Deployment.Instance.StackName}-{name}" }, asChild);
        rule = new Aws.CloudWatch.EventRule(ruleName, new()
        {
            Description = "Company events that the publisher takes",
            EventBusName = Bus.Name,
            EventPattern = JsonSerializer.Serialize(RulePattern.Everything, RulePatternJson.Default.RulePattern),
        }, asChild);
        Undelivered = new DeadLetterQueue(
            $"{name}-dlq",
            $"Events of {name} could not be handed to the publisher. Find the cause, then put them on the bus again.",
            rule,
            new ComponentResourceOptions { Parent = this });
        RegisterOutputs();
    }

    public Aws.CloudWatch.EventBus Bus { get; }

    /// <summary>The queue of events that could not be handed on.</summary>
    public DeadLetterQueue Undelivered { get; }

    /// <summary>Hands events to the publisher.</summary>
    public void SendTo(HandlerFunction publisher)
    {
        var name = rule.GetResourceName();
        _ = RulePermission.Create($"{name}-permission", publisher, rule, this);
        _ = new Aws.CloudWatch.EventTarget($"{name}-target", new()
        {
            EventBusName = Bus.Name,
            Rule = rule.Name,
            Arn = publisher.Function.Arn,
            DeadLetterConfig = new Aws.CloudWatch.Inputs.EventTargetDeadLetterConfigArgs { Arn = Undelivered.Queue.Arn },
        }, new CustomResourceOptions { Parent = this });
    }
}
