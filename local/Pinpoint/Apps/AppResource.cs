using Engagement.Local.Aws;
using Engagement.Local.Pinpoint.Tags;
using Engagement.Local.Resources;

namespace Engagement.Local.Pinpoint.Apps;

/// <summary><c>aws:pinpoint/app:App</c>.</summary>
internal sealed class AppResource(CloudContext cloud, ApplicationStore applications, TagStore tags)
{
    /// <summary>Pulumi type token.</summary>
    public const string Type = "aws:pinpoint/app:App";

    private static readonly string[] Hooks = ["lambdaFunctionName", "mode", "webUrl"];
    private static readonly string[] Bounds = ["daily", "maximumDuration", "messagesPerSecond", "total"];
    private static readonly string[] Hours = ["end", "start"];

    /// <summary>Its name is for ever; settings and tags change in place.</summary>
    public ResourceLifecycle Lifecycle => new()
    {
        Update = (request, before, _) =>
        {
            var application = applications.Get(before.Id!);
            tags.Register(application.Arn, request.Texts("tags"));
            return Task.FromResult(State(request, application));
        },
        Delete = (app, _) =>
        {
            applications.Remove(app.Id!);
            return Task.CompletedTask;
        },
    };

    /// <summary>Creates the application with its tags and default settings; the id is the application id, as in the provider.</summary>
    public Task<ResourceState> CreateAsync(ResourceRequest request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Check(request);
        return Task.FromResult(State(request, applications.Create(request.PhysicalName(), request.Texts("tags"))));
    }

    private void Check(ResourceRequest request) =>
        request.Known("campaignHook", "limits", "name", "namePrefix", "quietTime", "region", "tags").InRegion(cloud);

    private ResourceState State(ResourceRequest request, Application application)
    {
        Check(request);
        application.Settings = new ApplicationSettings
        {
            CampaignHook = request.Inputs.ContainsKey("campaignHook") ? Hook(request.Block("campaignHook").Known(Hooks)) : null,
            Limits = request.Inputs.ContainsKey("limits") ? Limits(request.Block("limits").Known(Bounds)) : null,
            QuietTime = request.Inputs.ContainsKey("quietTime") ? Quiet(request.Block("quietTime").Known(Hours)) : null,
        };
        return new ResourceState(application.Id, new Dictionary<string, object>
        {
            ["applicationId"] = application.Id,
            ["arn"] = application.Arn,
            ["name"] = application.Name,
            ["region"] = cloud.Region,
            ["tagsAll"] = request.Texts("tags").AsOutput(),
        });
    }

    private static CampaignHook Hook(ResourceRequest block) => new()
    {
        LambdaFunctionName = block.Text("lambdaFunctionName"),
        Mode = block.Text("mode"),
        WebUrl = block.Text("webUrl"),
    };

    private static CampaignLimits Limits(ResourceRequest block) => new()
    {
        Daily = Optional(block, "daily"),
        MaximumDuration = Optional(block, "maximumDuration"),
        MessagesPerSecond = Optional(block, "messagesPerSecond"),
        Total = Optional(block, "total"),
    };

    private static QuietTime Quiet(ResourceRequest block) => new() { Start = block.Text("start"), End = block.Text("end") };

    private static int? Optional(ResourceRequest block, string key) => block.Inputs.ContainsKey(key) ? block.Number(key, 0) : null;
}
