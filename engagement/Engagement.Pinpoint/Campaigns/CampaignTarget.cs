using Engagement.Functions;

namespace Engagement.Pinpoint.Campaigns;

/// <summary>Where campaigns are created, and what the stack calls their parts.</summary>
public sealed record CampaignTarget
{
    /// <summary>The application.</summary>
    public required string ApplicationId { get; init; }

    /// <summary>The hook's function.</summary>
    public required string FilterFunctionArn { get; init; }

    /// <summary>Pinpoint's ids of segments, by name.</summary>
    public required IReadOnlyDictionary<string, string> SegmentIds { get; init; }

    /// <summary>What stands before a template's name.</summary>
    public required string TemplatePrefix { get; init; }

    /// <summary>
    /// Reads a function's environment: <c>PINPOINT_APPLICATION_ID</c>; <c>FILTER_FUNCTION_ARN</c>; <c>SEGMENT_IDS</c>, a JSON object of ids
    /// by the segments' names in segments.yaml; <c>TEMPLATE_PREFIX</c>, empty when it is not set.
    /// </summary>
    public static CampaignTarget Read(EnvironmentReader environment) => new()
    {
        ApplicationId = PinpointEnvironment.ReadApplicationId(environment),
        FilterFunctionArn = environment.Required("FILTER_FUNCTION_ARN"),
        SegmentIds = environment.RequiredTexts("SEGMENT_IDS"),
        TemplatePrefix = environment.Optional("TEMPLATE_PREFIX") ?? "",
    };
}
