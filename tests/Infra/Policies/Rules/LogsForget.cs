using Infra.Tests.StackProgram;

namespace Infra.Tests.Policies.Rules;

/// <summary>Every log has an end, and nothing writes into a log group that AWS would make by itself, which has none.</summary>
internal sealed class LogsForget : IPolicyRule
{
    public IEnumerable<string> Violations(DeclaredGraph graph) =>
    [
        .. from log in graph.Of("aws:cloudwatch/logGroup:LogGroup")
           where !log.Inputs.TryGetValue("retentionInDays", out var days) || days is not > 0.0
           select $"{log.Name} keeps its lines for ever",
        .. from function in graph.Of("aws:lambda/function:Function")
           where !function.Inputs.ContainsKey("loggingConfig") || !LogGroups(graph).Contains(function.Block("loggingConfig")["logGroup"])
           select $"{function.Name} is a function without a log group of the stack's",
        .. from stage in graph.Of("aws:apigateway/stage:Stage")
           where !stage.Inputs.ContainsKey("accessLogSettings")
           select $"{stage.Name} is a stage without an access log",
    ];

    private static IEnumerable<object> LogGroups(DeclaredGraph graph) => graph.Of("aws:cloudwatch/logGroup:LogGroup").Select(Name);

    private static string Name(Registered log) => log.Name;
}
