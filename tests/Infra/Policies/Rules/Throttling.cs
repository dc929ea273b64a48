using Infra.Tests.StackProgram;

namespace Infra.Tests.Policies.Rules;

/// <summary>No stage lets through as much as the account can take.</summary>
internal sealed class Throttling : IPolicyRule
{
    public IEnumerable<string> Violations(DeclaredGraph graph) =>
        from stage in graph.Of("aws:apigateway/stage:Stage")
        where !graph.Of("aws:apigateway/methodSettings:MethodSettings").Any(settings => Bounds(settings, stage))
        select $"{stage.Name} is a stage without a rate and a burst limit for all its methods";

    private static bool Bounds(Registered settings, Registered stage) =>
        settings.Text("restApi") == stage.Text("restApi") && settings.Text("methodPath") == "*/*"
        && IsPositive(settings, "throttlingRateLimit") && IsPositive(settings, "throttlingBurstLimit");

    // AWS takes -1 for no limit at all.
    private static bool IsPositive(Registered settings, string key) =>
        settings.Block("settings").TryGetValue(key, out var limit) && limit is > 0.0;
}
