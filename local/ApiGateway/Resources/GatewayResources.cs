using System.Collections.Concurrent;
using System.Net;
using Engagement.Local.ApiGateway.Definition;
using Engagement.Local.Aws;
using Engagement.Local.Resources;

namespace Engagement.Local.ApiGateway.Resources;

/// <summary>Makes APIs, deployments, stages and their settings.</summary>
internal sealed class GatewayResources
{
    private readonly CloudContext cloud;

    private readonly ConcurrentDictionary<(string ApiId, string Stage), Stage> stages;

    private readonly ConcurrentDictionary<string, ApiDefinition> apis = [];

    private readonly ConcurrentDictionary<string, (string ApiId, ApiDefinition Api)> deployments = [];

    private volatile string? firstLogging;

    public GatewayResources(CloudContext cloud, ConcurrentDictionary<(string ApiId, string Stage), Stage> stages)
    {
        (this.cloud, this.stages) = (cloud, stages);
        ResourceTypes = new Dictionary<string, CreateResource>
        {
            ["aws:apigateway/account:Account"] = (request, _) => Task.FromResult(Account(request)),
            ["aws:apigateway/restApi:RestApi"] = (request, _) => Task.FromResult(RestApi(request)),
            ["aws:apigateway/deployment:Deployment"] = (request, _) => Task.FromResult(Deployment(request)),
            ["aws:apigateway/stage:Stage"] = (request, _) => Task.FromResult(Stage(request)),
            ["aws:apigateway/methodSettings:MethodSettings"] = (request, _) => Task.FromResult(MethodSettings(request)),
        };
    }

    /// <summary>Resource types by their tokens.</summary>
    public IReadOnlyDictionary<string, CreateResource> ResourceTypes { get; }

    /// <summary>What may change in place. The account's settings are never taken back, as the provider leaves them.</summary>
    public IReadOnlyDictionary<string, ResourceLifecycle> Lifecycles => new Dictionary<string, ResourceLifecycle>
    {
        ["aws:apigateway/account:Account"] = new()
        {
            Update = (_, before, _) => Task.FromResult(new ResourceState(before.Id!, before.Outputs)),
            Delete = (_, _) => Task.CompletedTask
        },
        ["aws:apigateway/restApi:RestApi"] = new()
        {
            NameInput = "",
            Update = (request, before, _) => Task.FromResult(Api(request, before.Id!)),
            Delete = (api, _) => Do(() => RemoveApi(api.Id!))
        },
        ["aws:apigateway/deployment:Deployment"] = new()
        {
            Update = (_, before, _) => Task.FromResult(new ResourceState(before.Id!, before.Outputs)),
            Delete = (deployment, _) => Do(() => RemoveDeployment(deployment.Id!)),
        },
        ["aws:apigateway/stage:Stage"] = new()
        {
            Update = (request, _, _) => Task.FromResult(Stage(request)),
            Delete = (resource, _) =>
                Do(() =>
                    stages.TryRemove((resource.Request.RequiredText("restApi"), resource.Request.RequiredText("stageName")), out var _)),
        },
        ["aws:apigateway/methodSettings:MethodSettings"] = new()
        {
            Update = (request, _, _) => Task.FromResult(MethodSettings(request)),
            Delete = (resource, _) => Do(() => RemoveMethodSettings(resource.Request)),
        },
    };

    private static Task Do(Action act)
    {
        act();
        return Task.CompletedTask;
    }

    private void RemoveApi(string id)
    {
        foreach (var key in stages.Keys.Where(key => key.ApiId == id))
        {
            stages.TryRemove(key, out _);
        }

        apis.TryRemove(id, out _);
    }

    private void RemoveDeployment(string id)
    {
        if (stages.Values.Any(stage => stage.DeploymentId == id))
        {
            throw new AwsException(
                HttpStatusCode.BadRequest, "BadRequestException", "Active stages pointing to this deployment must be moved or deleted");
        }

        deployments.TryRemove(id, out _);
    }

    private void RemoveMethodSettings(ResourceRequest request)
    {
        if (stages.TryGetValue((request.RequiredText("restApi"), request.RequiredText("stageName")), out var found))
        {
            found.Reset(request.RequiredText("methodPath"));
        }
    }

    /// <summary>
    /// The account's role for logs may belong to another stack, so a stage can log without it. But a stack that sets it must do so
    /// before its stages: AWS refuses a stage that logs while the account has no role.
    /// </summary>
    private ResourceState Account(ResourceRequest request)
    {
        request.Allow("cloudwatchRoleArn", "region", "resetOnDelete");
        if (request.Text("cloudwatchRoleArn") is not null && firstLogging is { } stage)
        {
            throw request.Invalid(
                "cloudwatchRoleArn", $"comes after the stage '{stage}', which logs: let the stage depend on this resource");
        }

        return new("api-gateway-account", new Dictionary<string, object> { ["apiKeyVersion"] = "4" });
    }

    private ResourceState RestApi(ResourceRequest request) => Api(request, ApiId.From(request.Seed));

    private ResourceState Api(ResourceRequest request, string id)
    {
        request.Allow(
            "body",
            "description",
            "disableExecuteApiEndpoint",
            "endpointConfiguration",
            "failOnWarnings",
            "name",
            "putRestApiMode",
            "region",
            "tags");
        if (request.Flag("disableExecuteApiEndpoint", false))
        {
            throw request.Invalid("disableExecuteApiEndpoint", "would leave the API without URL: custom domains are not emulated");
        }

        try
        {
            apis[id] = OpenApiImport.Parse(request.RequiredText("body"), cloud.Region);
        }
        catch (ImportException error)
        {
            throw request.Invalid("body", error.Message);
        }

        return new(id, new Dictionary<string, object>
        {
            ["arn"] = $"arn:aws:apigateway:{cloud.Region}::/restapis/{id}",
            ["createdDate"] = cloud.Clock.GetUtcNow().ToString("O"),
            ["executionArn"] = cloud.Arn("execute-api", id),
            ["name"] = request.PhysicalName(),
            ["rootResourceId"] = ApiId.From(id),
        });
    }

    /// <summary>A deployment is the API as it is now; what is imported later shows only in later deployments.</summary>
    private ResourceState Deployment(ResourceRequest request)
    {
        request.Allow("description", "region", "restApi", "triggers");
        var api = request.RequiredText("restApi");
        var id = ApiId.From(request.Seed)[..6];
        deployments[id] = (
            api, apis.TryGetValue(api, out var definition) ? definition : throw request.Invalid("restApi", $"'{api}' does not exist"));
        return new(id, new Dictionary<string, object> { ["createdDate"] = cloud.Clock.GetUtcNow().ToString("O") });
    }

    private ResourceState Stage(ResourceRequest request)
    {
        request.Allow(
            "accessLogSettings", "deployment", "description", "region", "restApi", "stageName", "tags", "variables", "xrayTracingEnabled");
        var (api, name) = (request.RequiredText("restApi"), request.RequiredText("stageName"));
        var deployment = request.RequiredText("deployment");
        if (!deployments.TryGetValue(deployment, out var deployed) || deployed.ApiId != api)
        {
            throw request.Invalid("deployment", $"'{deployment}' is no deployment of '{api}'");
        }

        var before = stages.GetValueOrDefault((api, name));
        stages[(api, name)] = new(before)
        {
            ApiId = api,
            Name = name,
            DeploymentId = deployment,
            Api = deployed.Api,
            Variables = request.Texts("variables"),
            AccessLog = AccessLogSettings.Read(request),
        };
        if (stages[(api, name)].AccessLog is not null)
        {
            firstLogging ??= request.Name;
        }

        return new($"ags-{api}-{name}", new Dictionary<string, object>
        {
            ["arn"] = $"arn:aws:apigateway:{cloud.Region}::/restapis/{api}/stages/{name}",
            ["executionArn"] = cloud.Arn("execute-api", $"{api}/{name}"),
            ["invokeUrl"] = $"{cloud.BaseUrl.GetLeftPart(UriPartial.Authority)}/_api/{api}/{name}",
        });
    }

    private ResourceState MethodSettings(ResourceRequest request)
    {
        request.Allow("methodPath", "region", "restApi", "settings", "stageName");
        var (api, name, path) = (request.RequiredText("restApi"), request.RequiredText("stageName"), request.RequiredText("methodPath"));
        if (!stages.TryGetValue((api, name), out var stage))
        {
            throw request.Invalid("stageName", $"'{name}' is no stage of '{api}'");
        }

        stage.Configure(path, MethodSettingsInput.Read(request));
        return new($"{api}-{name}-{path}", new Dictionary<string, object>());
    }
}
