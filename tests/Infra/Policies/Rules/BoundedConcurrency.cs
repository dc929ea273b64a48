using Infra.Tests.StackProgram;

namespace Infra.Tests.Policies.Rules;

/// <summary>
/// Functions that a queue feeds, and that call Pinpoint, do so only so many at a time: Pinpoint takes few calls a second, and Lambda knows
/// no measure.
/// </summary>
internal sealed class BoundedConcurrency : IPolicyRule
{
    public IEnumerable<string> Violations(DeclaredGraph graph) =>
        from source in graph.Of("aws:lambda/eventSourceMapping:EventSourceMapping")
        let function = graph.Of("aws:lambda/function:Function")
            .Single(function => source.Text("functionName").EndsWith($":{function.Name}", StringComparison.Ordinal))
        where CallsPinpoint(graph, function) && !IsBounded(source, function)
        select $"{source.Name} starts as many of {function.Name} as there are messages, and each calls Pinpoint";

    private static bool CallsPinpoint(DeclaredGraph graph, Registered function) => graph.IdentityStatements().Any(statement =>
        function.Text("role")
            .EndsWith($":{statement.Policy.Text("role").Replace("-role-id", "-role", StringComparison.Ordinal)}", StringComparison.Ordinal)
        && statement.Actions.Any(action => action.StartsWith("mobiletargeting:", StringComparison.Ordinal)));

    private static bool IsBounded(Registered source, Registered function) =>
        (source.Inputs.ContainsKey("scalingConfig") && source.Block("scalingConfig").ContainsKey("maximumConcurrency"))
        || function.Inputs.GetValueOrDefault("reservedConcurrentExecutions") is > 0.0;
}
