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

    /// <summary>The channels of templates, by name; a template that is not here is for e-mail alone.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<Channel>> Channels { get; init; } = new Dictionary<string, IReadOnlyList<Channel>>();

    /// <summary>The types of text messages, by the names of the announcements that send some.</summary>
    public IReadOnlyDictionary<string, string> TextTypes { get; init; } = new Dictionary<string, string>();

    /// <summary>
    /// Reads a function's environment: <c>PINPOINT_APPLICATION_ID</c>; <c>FILTER_FUNCTION_ARN</c>; <c>SEGMENT_IDS</c>, a JSON object of ids
    /// by the segments' names in segments.yaml; <c>TEMPLATE_PREFIX</c>, empty when it is not set; and, where text messages are sent,
    /// <c>TEMPLATE_CHANNELS</c> and <c>TEXT_TYPES</c>, JSON objects by template and by announcement.
    /// </summary>
    public static CampaignTarget Read(EnvironmentReader environment) => new()
    {
        ApplicationId = PinpointEnvironment.ReadApplicationId(environment),
        FilterFunctionArn = environment.Required("FILTER_FUNCTION_ARN"),
        SegmentIds = environment.RequiredTexts("SEGMENT_IDS"),
        TemplatePrefix = environment.Optional("TEMPLATE_PREFIX") ?? "",
        Channels = Texts(environment, "TEMPLATE_CHANNELS").ToDictionary(
            template => template.Key,
            template => TemplateChannels.Parse(template.Value) ?? TemplateChannels.Default,
            StringComparer.Ordinal),
        TextTypes = Texts(environment, "TEXT_TYPES"),
    };

    private static IReadOnlyDictionary<string, string> Texts(EnvironmentReader environment, string name) =>
        environment.Optional(name) is null ? new Dictionary<string, string>() : environment.RequiredTexts(name);
}
