using System.Text.Json.Nodes;
using Engagement.CompanyEvents;
using Engagement.Definitions.Announcements;
using Engagement.Infra.Functions;
using Engagement.Infra.Queues;
using Pulumi;
using Aws = Pulumi.Aws;

namespace Engagement.Infra.CompanyEvents;

/// <summary>
/// The bus that the company's own systems put events on. All of them go to the publisher, unknown ones too: it refuses them where somebody sees it. What a
/// state machine is for, the publisher puts on the bus again, checked and under its own source, and that alone starts the machine: so a wrong event is
/// refused in one place and in the same words, whichever way it came and wherever it was to go.
/// </summary>
internal sealed class CompanyEventBus : ComponentResource
{
    private readonly Aws.CloudWatch.EventRule rule;

    /// <param name="name">Name of the bus, after the stack's.</param>
    /// <param name="ruleName">Name of the rule that hands events to the publisher.</param>
    /// <param name="announcements">The events that the publisher checks.</param>
    /// <param name="options">Its parent.</param>
    public CompanyEventBus(string name, string ruleName, AnnouncementCatalog announcements, ComponentResourceOptions? options = null)
        : base("engagement:companyEvents:CompanyEventBus", name, options)
    {
        var asChild = new CustomResourceOptions { Parent = this };
        Bus = new Aws.CloudWatch.EventBus(name, new() { Name = $"{Pulumi.Deployment.Instance.StackName}-{name}" }, asChild);
        rule = new Aws.CloudWatch.EventRule(ruleName, new()
        {
            Description = "Company events that the publisher takes",
            EventBusName = Bus.Name,
            EventPattern = Pattern(announcements),
        }, asChild);
        Undelivered = new DeadLetterQueue(
            $"{name}-dlq",
            $"Events of {name} could not be handed to the publisher: find the cause, then put them on the bus again.",
            rule,
            new ComponentResourceOptions { Parent = this });
        RegisterOutputs();
    }

    public Aws.CloudWatch.EventBus Bus { get; }

    /// <summary>Where events end that could not be handed on.</summary>
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

    private static string Pattern(AnnouncementCatalog announcements)
    {
        string[] machines = [.. announcements.Announcements.Where(each => each.Via == AnnouncementRoute.StepFunctions).Select(each => each.Name)];
        return (machines.Length == 0
            ? new JsonObject { ["source"] = new JsonArray(new JsonObject { ["prefix"] = "" }) }
            // The publisher's own events, too, that no machine takes: they are somebody else's in its name.
            : new JsonObject
            {
                ["$or"] = new JsonArray(
                    new JsonObject { ["source"] = AnythingBut(EventSource.Checked) },
                    new JsonObject { ["detail-type"] = AnythingBut(machines) }),
            }).ToJsonString();
    }

    private static JsonArray AnythingBut(params string[] values) => [new JsonObject { ["anything-but"] = new JsonArray([.. values.Select(value => (JsonNode)value)]) }];
}
