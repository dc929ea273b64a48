namespace LaunchCampaigns.Pinpoint;

/// <summary>Where campaigns are created, and what the stack calls their parts.</summary>
internal sealed record CampaignTarget
{
    /// <summary>The application.</summary>
    public required string ApplicationId { get; init; }

    /// <summary>The hook's function.</summary>
    public required string FilterFunctionArn { get; init; }

    /// <summary>Pinpoint's ids of segments, by name.</summary>
    public required IReadOnlyDictionary<string, string> SegmentIds { get; init; }

    /// <summary>What stands before a template's name.</summary>
    public required string TemplatePrefix { get; init; }

    public static CampaignTarget Of(Settings settings) => new()
    {
        ApplicationId = settings.PinpointApplicationId,
        FilterFunctionArn = settings.FilterFunctionArn,
        SegmentIds = settings.SegmentIds,
        TemplatePrefix = settings.TemplatePrefix,
    };
}
