using System.Text.Json;

namespace Engagement.Local.Pinpoint.Apps;

/// <summary>An application's defaults; also the body of UpdateApplicationSettings. A member that is null is not set.</summary>
internal sealed record ApplicationSettings
{
    public string? ApplicationId { get; init; }

    public string? LastModifiedDate { get; init; }

    public CampaignHook? CampaignHook { get; init; }

    public CampaignLimits? Limits { get; init; }

    /// <summary>Kept as it is given.</summary>
    public JsonElement? JourneyLimits { get; init; }

    public QuietTime? QuietTime { get; init; }
}

/// <summary>Function that campaigns call for each batch of endpoints.</summary>
internal sealed record CampaignHook
{
    public string? LambdaFunctionName { get; init; }

    public string? Mode { get; init; }

    public string? WebUrl { get; init; }
}

/// <summary>Bounds on a campaign's messages: counts an endpoint, <c>MaximumDuration</c> in seconds.</summary>
internal sealed record CampaignLimits
{
    public int? Daily { get; init; }

    public int? MaximumDuration { get; init; }

    public int? MessagesPerSecond { get; init; }

    public int? Session { get; init; }

    public int? Total { get; init; }
}

/// <summary>Hours of the endpoint's day without messages, each as <c>HH:mm</c>.</summary>
internal sealed record QuietTime
{
    public string? Start { get; init; }

    public string? End { get; init; }
}
