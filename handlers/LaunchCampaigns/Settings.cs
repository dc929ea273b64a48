using System.Text.Json;
using Engagement.Functions;

namespace LaunchCampaigns;

/// <summary>The function's environment.</summary>
internal sealed record Settings
{
    /// <summary><c>PINPOINT_APPLICATION_ID</c></summary>
    public required string PinpointApplicationId { get; init; }

    /// <summary><c>LEDGER_TABLE</c>: name of the table that holds the company events.</summary>
    public required string LedgerTable { get; init; }

    /// <summary><c>RETRY_QUEUE_URL</c>: where announcements go that could not be launched whole.</summary>
    public required string RetryQueueUrl { get; init; }

    /// <summary><c>FILTER_FUNCTION_ARN</c>: the campaigns' hook.</summary>
    public required string FilterFunctionArn { get; init; }

    /// <summary><c>SEGMENT_IDS</c>: Pinpoint's id of each segment, by its name in segments.yaml; a JSON object.</summary>
    public required IReadOnlyDictionary<string, string> SegmentIds { get; init; }

    /// <summary><c>TEMPLATE_PREFIX</c>: what stands before a template's name in Pinpoint; empty when it is not set.</summary>
    public required string TemplatePrefix { get; init; }

    /// <summary><c>STACK</c>: the environment's name, a dimension of every metric.</summary>
    public required string Stack { get; init; }

    /// <param name="variable">Reads an environment variable; null when it is not set.</param>
    /// <exception cref="EnvironmentException">A variable is missing or of the wrong form; names each.</exception>
    public static Settings Read(Func<string, string?> variable)
    {
        var environment = new EnvironmentReader(variable);
        var settings = new Settings
        {
            PinpointApplicationId = environment.Required("PINPOINT_APPLICATION_ID"),
            LedgerTable = environment.Required("LEDGER_TABLE"),
            RetryQueueUrl = environment.Required("RETRY_QUEUE_URL"),
            FilterFunctionArn = environment.Required("FILTER_FUNCTION_ARN"),
            SegmentIds = environment.Required("SEGMENT_IDS", Ids, "a JSON object of texts") ?? [],
            TemplatePrefix = environment.Optional("TEMPLATE_PREFIX") ?? "",
            Stack = environment.Required("STACK"),
        };
        environment.ThrowIfAny();
        return settings;
    }

    private static Dictionary<string, string>? Ids(string text)
    {
        try
        {
            return JsonSerializer.Deserialize(text, LambdaJsonContext.Default.DictionaryStringString);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
