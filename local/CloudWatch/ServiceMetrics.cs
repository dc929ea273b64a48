using System.Collections.Immutable;
using Engagement.Local.CloudWatch.Metrics;
using Engagement.Local.Lambda;
using Engagement.Local.Sqs;
using Engagement.Local.StepFunctions.Execution;

namespace Engagement.Local.CloudWatch;

/// <summary>The metrics that the services themselves report, as far as the stack's alarms watch them, read off what is there now.</summary>
internal static class ServiceMetrics
{
    private static readonly (string Name, string Status)[] OfExecutions =
        [("ExecutionsSucceeded", "SUCCEEDED"), ("ExecutionsFailed", "FAILED"), ("ExecutionsTimedOut", "TIMED_OUT"), ("ExecutionsAborted", "ABORTED")];

    public static IEnumerable<MetricTotal> Of(IEnumerable<QueueState> queues, IEnumerable<InvocationCounts> functions, IEnumerable<Execution> executions, DateTimeOffset now) =>
    [
        .. queues.Select(queue => Metric("AWS/SQS", "ApproximateNumberOfMessagesVisible", ("QueueName", queue.Name), queue.Visible, now)),
        .. functions.Select(counts => Metric("AWS/Lambda", "Invocations", ("FunctionName", counts.Function), counts.Invocations, now)),
        .. functions.Select(counts => Metric("AWS/Lambda", "Errors", ("FunctionName", counts.Function), counts.Errors, now)),
        .. from machine in executions.GroupBy(execution => execution.Machine.Arn, StringComparer.Ordinal)
           from metric in OfExecutions
           select Metric("AWS/States", metric.Name, ("StateMachineArn", machine.Key), machine.Count(execution => execution.Status == metric.Status), now),
    ];

    private static MetricTotal Metric(string metricNamespace, string name, (string Name, string Value) dimension, double value, DateTimeOffset now) => new(
        metricNamespace, name, ImmutableSortedDictionary<string, string>.Empty.Add(dimension.Name, dimension.Value), value, 1, value, value, "Count", now);
}
