using Engagement.Local.Cloud;

namespace Engagement.Local.Pinpoint.Apps;

/// <summary><c>aws:pinpoint/app:App</c>.</summary>
internal sealed class AppResource(CloudContext cloud, ApplicationStore applications)
{
    /// <summary>Pulumi type token.</summary>
    public const string Type = "aws:pinpoint/app:App";

    private static readonly string[] Hooks = ["lambdaFunctionName", "mode", "webUrl"];
    private static readonly string[] Bounds = ["daily", "maximumDuration", "messagesPerSecond", "total"];
    private static readonly string[] Hours = ["end", "start"];

    /// <summary>Creates the application with its tags and default settings; the id is the application id, as in the provider.</summary>
    public Task<ResourceState> CreateAsync(ResourceRequest request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        request.Known("campaignHook", "limits", "name", "namePrefix", "quietTime", "region", "tags").InRegion(cloud);
        var application = applications.Create(request.PhysicalName(), request.Texts("tags"));
        application.Settings = new ApplicationSettings
        {
            CampaignHook = request.Inputs.ContainsKey("campaignHook") ? Hook(request.Block("campaignHook").Known(Hooks)) : null,
            Limits = request.Inputs.ContainsKey("limits") ? Limits(request.Block("limits").Known(Bounds)) : null,
            QuietTime = request.Inputs.ContainsKey("quietTime") ? Quiet(request.Block("quietTime").Known(Hours)) : null,
        };
        return Task.FromResult(new ResourceState(application.Id, new Dictionary<string, object>
        {
            ["applicationId"] = application.Id,
            ["arn"] = application.Arn,
            ["name"] = application.Name,
            ["region"] = cloud.Region,
            ["tagsAll"] = request.Texts("tags").AsOutput(),
        }));
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
