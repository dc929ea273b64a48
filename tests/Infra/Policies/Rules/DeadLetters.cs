using System.Text.Json;
using Infra.Tests.StackProgram;

namespace Infra.Tests.Policies.Rules;

/// <summary>
/// What cannot be delivered is kept in a dead-letter queue, which nobody else may fill, and an alarm tells of it. That holds for queues,
/// for the targets of rules, and for functions that rules call, whose failures EventBridge does not hear of.
/// </summary>
internal sealed class DeadLetters : IPolicyRule
{
    private const string Queue = "aws:sqs/queue:Queue";
    private const string Target = "aws:cloudwatch/eventTarget:EventTarget";
    private const string Asynchronous = "aws:lambda/functionEventInvokeConfig:FunctionEventInvokeConfig";

    public IEnumerable<string> Violations(DeclaredGraph graph)
    {
        var targets = graph.Resources.SelectMany(DeadLetterTargets).ToHashSet(StringComparer.Ordinal);
        var ends = graph.Of(Queue).Where(queue => !queue.Inputs.ContainsKey("redrivePolicy")).ToList();
        return
        [
            .. from queue in ends
                where !targets.Contains(Arn(queue))
                select $"{queue.Name} is a queue without a dead-letter queue, and none itself",
            .. from queue in ends
                where targets.Contains(Arn(queue)) && !IsWatched(graph, queue)
                select $"{queue.Name} is a dead-letter queue without an alarm",
            .. from source in graph.Of(Queue).Except(ends)
               let target = RedriveTarget(source)
               where !graph.Of("aws:sqs/redriveAllowPolicy:RedriveAllowPolicy").Any(policy => Admits(policy, target, source))
               select $"{source.Name} has a dead-letter queue that does not name it as its only source",
            .. from target in graph.Of(Target)
               where !DeadLetterTargets(target).Any()
               select $"{target.Name} is a target without a dead-letter queue",
            .. from target in graph.Of(Target)
               from queue in DeadLetterTargets(target)
               where !MayKeep(graph, target, queue)
               select $"{target.Name} has a dead-letter queue that does not let its rule in",
            .. from target in graph.Of(Target)
               where IsFunction(target) && !graph.Of(Asynchronous).Any(kept => Concerns(kept, target) && DeadLetterTargets(kept).Any())
               select $"{target.Name} calls a function whose failures are dropped",
        ];
    }

    // Whatever has one calls it so: queues, rules, schedules, functions.
    private static IEnumerable<string> DeadLetterTargets(Registered resource) =>
        resource.Inputs.ContainsKey("redrivePolicy")
            ? [RedriveTarget(resource)]
            : DeadLetterTargets(DeclaredGraph.Json(resource), isTarget: false);

    private static IEnumerable<string> DeadLetterTargets(JsonElement json, bool isTarget) => json.ValueKind switch
    {
        JsonValueKind.String when isTarget => [json.GetString()!],
        JsonValueKind.Array => json.EnumerateArray().SelectMany(item => DeadLetterTargets(item, isTarget)),
        JsonValueKind.Object => json.EnumerateObject().SelectMany(member => DeadLetterTargets(
            member.Value, isTarget || member.Name is "deadLetterConfig" or "onFailure")),
        _ => [],
    };

    private static bool IsFunction(Registered target) => target.Text("arn").StartsWith("arn:aws:lambda:", StringComparison.Ordinal);

    private static bool Concerns(Registered kept, Registered target) =>
        target.Text("arn").EndsWith($":{kept.Text("functionName")}", StringComparison.Ordinal);

    private static bool MayKeep(DeclaredGraph graph, Registered target, string queue) => graph.ResourceStatements().Any(statement =>
        statement.Allows && statement.Actions.Contains("sqs:SendMessage") && statement.Resources.Contains(queue)
        && statement.Principals.SequenceEqual(["events.amazonaws.com"])
        && statement.Conditions("ArnEquals", "aws:SourceArn")
            .Any(rule => rule.EndsWith($":{target.Text("rule")}", StringComparison.Ordinal)));

    private static bool IsWatched(DeclaredGraph graph, Registered queue) => graph.Of("aws:cloudwatch/metricAlarm:MetricAlarm").Any(alarm =>
        alarm.Inputs.ContainsKey("dimensions") && alarm.Text("metricName") == "ApproximateNumberOfMessagesVisible"
        && (string?)alarm.Block("dimensions").GetValueOrDefault("QueueName") == queue.Name);

    private static bool Admits(Registered policy, string target, Registered source)
    {
        var allowed = JsonDocument.Parse(policy.Text("redriveAllowPolicy")).RootElement;
        return target.EndsWith($":{policy.Text("queueUrl").Split('/')[^1]}", StringComparison.Ordinal)
            && allowed.GetProperty("redrivePermission").GetString() == "byQueue"
            && allowed.GetProperty("sourceQueueArns").EnumerateArray().Select(arn => arn.GetString()).SequenceEqual([Arn(source)]);
    }

    private static string RedriveTarget(Registered queue) =>
        JsonDocument.Parse(queue.Text("redrivePolicy")).RootElement.GetProperty("deadLetterTargetArn").GetString()!;

    private static string Arn(Registered queue) => $"arn:aws:sqs:{RecordingEngine.Region}:123456789012:{queue.Name}";
}
