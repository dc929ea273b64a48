using Infra.Tests.StackProgram;

namespace Infra.Tests.Policies.Rules;

/// <summary>
/// Functions that a queue feeds, and that call a platform, do so only so many at a time: a platform takes few calls a second, and Lambda
/// knows no measure.
/// </summary>
internal sealed class BoundedConcurrency : IPolicyRule
{
    private static readonly string[] Platforms = ["mobiletargeting:", "ses:"];

    public IEnumerable<string> Violations(DeclaredGraph graph) =>
        from source in graph.Of("aws:lambda/eventSourceMapping:EventSourceMapping")
        let function = graph.Of("aws:lambda/function:Function")
            .Single(function => source.Text("functionName").EndsWith($":{function.Name}", StringComparison.Ordinal))
        where CallsPlatform(graph, function) && !IsBounded(source, function)
        select $"{source.Name} starts as many of {function.Name} as there are messages, and each calls the platform";

    private static bool CallsPlatform(DeclaredGraph graph, Registered function) => graph.IdentityStatements().Any(statement =>
        function.Text("role")
            .EndsWith($":{statement.Policy.Text("role").Replace("-role-id", "-role", StringComparison.Ordinal)}", StringComparison.Ordinal)
        && statement.Actions.Any(action => Platforms.Any(platform => action.StartsWith(platform, StringComparison.Ordinal))));

    private static bool IsBounded(Registered source, Registered function) =>
        (source.Inputs.ContainsKey("scalingConfig") && source.Block("scalingConfig").ContainsKey("maximumConcurrency"))
        || function.Inputs.GetValueOrDefault("reservedConcurrentExecutions") is > 0.0;
}
