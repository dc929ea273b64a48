using Pulumi;
using Aws = Pulumi.Aws;

namespace Engagement.Infra.Observability;

/// <summary>
/// Sees every resource that a stack declares. Every alarm then reports to the topic, and the dashboard shows every queue, function and
/// alarm. No component that declares one mentions topic or dashboard.
/// </summary>
internal sealed class Observation
{
    private readonly List<Aws.Sqs.Queue> queues = [];
    private readonly List<Aws.Lambda.Function> functions = [];
    private readonly List<Aws.CloudWatch.MetricAlarm> alarms = [];
    private AlarmTopic? topic;

    /// <summary>In the order of their declaration, as everything here.</summary>
    public IReadOnlyList<Aws.Sqs.Queue> Queues => queues;

    public IReadOnlyList<Aws.Lambda.Function> Functions => functions;

    public IReadOnlyList<Aws.CloudWatch.MetricAlarm> Alarms => alarms;

    /// <summary>The same options, with every resource of the stack observed.</summary>
    public StackOptions In(StackOptions options)
    {
        options.ResourceTransformations.Add(Observe);
        return options;
    }

    /// <summary>Has every alarm that is declared from now on report to a topic.</summary>
    public void ReportTo(AlarmTopic receiver) => topic = receiver;

    // Throws when an alarm is declared before it is known where alarms report to.
    private ResourceTransformationResult? Observe(ResourceTransformationArgs declared)
    {
        switch (declared.Resource)
        {
            case Aws.Sqs.Queue queue:
                queues.Add(queue);
                return null;
            case Aws.Lambda.Function function:
                functions.Add(function);
                return null;
            case Aws.CloudWatch.MetricAlarm alarm when declared.Args is Aws.CloudWatch.MetricAlarmArgs args:
                var receiver = topic ?? throw new InvalidOperationException(
                    $"The alarm '{alarm.GetResourceName()}' is declared before the topic that alarms report to.");
                alarms.Add(alarm);
                args.AlarmActions = receiver.Topic.Arn;
                args.OkActions = receiver.Topic.Arn;
                return new ResourceTransformationResult(args, declared.Options);
            default:
                return null;
        }
    }
}
