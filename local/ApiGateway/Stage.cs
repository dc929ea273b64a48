using System.Collections.Concurrent;
using Engagement.Local.ApiGateway.Definition;
using Engagement.Local.Aws;

namespace Engagement.Local.ApiGateway;

/// <summary>A deployed API under a name.</summary>
internal sealed class Stage
{
    private readonly ConcurrentDictionary<string, MethodSettings> settings = [];

    private readonly ConcurrentDictionary<MethodDefinition, TokenBucket?> buckets = [];

    /// <param name="before">The stage that it takes the place of; how requests are treated stays as it was set there. Null for a new
    /// one.</param>
    public Stage(Stage? before = null)
    {
        foreach (var (path, of) in before?.settings ?? [])
        {
            settings[path] = of;
        }
    }

    /// <summary>API that it deploys.</summary>
    public required string ApiId { get; init; }

    /// <summary>Its name, part of the invoke URL.</summary>
    public required string Name { get; init; }

    /// <summary>Deployment that it shows.</summary>
    public required string DeploymentId { get; init; }

    /// <summary>The API as it was when it was deployed.</summary>
    public required ApiDefinition Api { get; init; }

    /// <summary>Values of <c>$stageVariables</c>.</summary>
    public required IReadOnlyDictionary<string, string> Variables { get; init; }

    /// <summary>Where and how requests are logged, or null where they are not.</summary>
    public required AccessLog? AccessLog { get; init; }

    /// <summary>Log group of what went wrong inside, as API Gateway names it.</summary>
    public string ExecutionLogGroup => $"API-Gateway-Execution-Logs_{ApiId}/{Name}";

    /// <summary>Sets how requests are treated.</summary>
    /// <param name="methodPath"><c>RESOURCE/METHOD</c> without the first slash, or <c>*/*</c>.</param>
    /// <param name="of">How.</param>
    public void Configure(string methodPath, MethodSettings of)
    {
        settings[methodPath.Replace("~1", "/", StringComparison.Ordinal).TrimStart('/')] = of;
        buckets.Clear();
    }

    /// <summary>Treats requests as if nothing had ever been set for this path.</summary>
    public void Reset(string methodPath)
    {
        settings.TryRemove(methodPath.Replace("~1", "/", StringComparison.Ordinal).TrimStart('/'), out _);
        buckets.Clear();
    }

    /// <summary>
    /// Whether a request to the method gets through now. Each method has a throttle of its own, also where one setting is for all.
    /// </summary>
    public bool Admits(MethodDefinition method, TimeProvider clock) =>
        buckets.GetOrAdd(method, key => Bucket(key, clock))?.TryTake() ?? true;

    private TokenBucket? Bucket(MethodDefinition method, TimeProvider clock)
    {
        var own = settings.GetValueOrDefault($"{method.ResourcePath.TrimStart('/')}/{method.HttpMethod}")
            ?? settings.GetValueOrDefault("*/*");
        return own is { RateLimit: { } rate, BurstLimit: { } burst } ? new(clock, rate, burst) : null;
    }
}

/// <summary>Where and how a stage logs its requests.</summary>
/// <param name="LogGroup">Log group.</param>
/// <param name="Format">One line.</param>
internal sealed record AccessLog(string LogGroup, ContextText Format);
