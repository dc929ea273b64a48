using System.Collections.Immutable;
using Infra.Tests.StackProgram;

namespace Infra.Tests.Policies.Rules;

/// <summary>An alarm that reports to nobody, or says not what to do, is none.</summary>
internal sealed class AlarmsReachSomebody : IPolicyRule
{
    public IEnumerable<string> Violations(DeclaredGraph graph) =>
    [
        .. from alarm in graph.Of("aws:cloudwatch/metricAlarm:MetricAlarm")
           where !Reports(alarm, "alarmActions") || !Reports(alarm, "okActions")
           select $"{alarm.Name} is an alarm that reports to nobody",
        .. from alarm in graph.Of("aws:cloudwatch/metricAlarm:MetricAlarm")
           where !alarm.Inputs.ContainsKey("alarmDescription")
           select $"{alarm.Name} is an alarm that does not say what it means",
    ];

    private static bool Reports(Registered alarm, string key) =>
        alarm.Inputs.TryGetValue(key, out var actions) && actions is ImmutableArray<object> { IsDefaultOrEmpty: false };
}
