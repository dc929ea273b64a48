using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Text;
using Engagement.Local.ApiGateway.Execution;
using Engagement.Local.ApiGateway.Resources;
using Engagement.Local.Aws;
using Engagement.Local.CloudWatch;
using Engagement.Local.Resources;

namespace Engagement.Local.ApiGateway;

/// <summary>
/// API Gateway's REST APIs: makes them of OpenAPI bodies and answers their requests. Integrations are AWS services by path, functions, and
/// mocks;
/// whatever else a body or resource asks for is an error as the resource is made.
/// </summary>
internal sealed class RestApis : IResourceProvider
{
    private readonly ConcurrentDictionary<(string ApiId, string Stage), Stage> stages = [];

    private const int RequestsKept = 2000;

    private readonly StageExecution execution;
    private readonly TimeProvider clock;

    /// <summary>APIs of one cloud.</summary>
    /// <param name="cloud">Account, region, clock, and the URL that invoke URLs begin with.</param>
    /// <param name="aws">What integrations ask.</param>
    /// <param name="logs">Takes access logs, and what went wrong inside.</param>
    /// <param name="roles">Whether API Gateway may act as an integration's role.</param>
    /// <param name="callerOf">Whose an access key is.</param>
    public RestApis(CloudContext cloud, IAwsEndpoint aws, ILogSink logs, IRoleAssumption roles, Func<string, Principal> callerOf)
    {
        clock = cloud.Clock;
        var authorization = new Authorization(cloud, aws, callerOf);
        execution = new(cloud, authorization, new ServiceCall(aws, roles, cloud.Region, cloud.Clock), new FunctionCall(cloud, aws), logs);
        var resources = new GatewayResources(cloud, stages);
        (ResourceTypes, Lifecycles) = (resources.ResourceTypes, resources.Lifecycles);
    }

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, CreateResource> ResourceTypes { get; }

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, ResourceLifecycle> Lifecycles { get; }

    /// <summary>The latest requests, for those who look for what became of one.</summary>
    public RecentItems<LoggedRequest> Latest { get; } = new(RequestsKept);

    /// <summary>The requests that were answered with success.</summary>
    public AnsweredRequests Answered { get; } = new();

    /// <summary>Answers a request. An unknown API or stage is forbidden, as on AWS.</summary>
    public async Task<StageResponse> HandleAsync(StageRequest request, CancellationToken cancellationToken)
    {
        if (!stages.TryGetValue((request.ApiId, request.Stage), out var stage))
        {
            return Forbidden();
        }

        var response = await execution.HandleAsync(request, stage, cancellationToken);
        Answered.Add(request, response);
        Latest.Add(new(
            response.Headers["x-amzn-RequestId"],
            clock.GetUtcNow(),
            request.ApiId,
            request.Method,
            request.Path,
            request.Query,
            response.StatusCode,
            response.Headers.GetValueOrDefault("X-Amzn-Trace-Id")));
        return response;
    }

    private static StageResponse Forbidden() => new(
        403,
        new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
        {
            ["Content-Type"] = "application/json",
            ["x-amzn-ErrorType"] = "ForbiddenException",
        }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase),
        Encoding.UTF8.GetBytes("{\"message\":\"Forbidden\"}"));
}
