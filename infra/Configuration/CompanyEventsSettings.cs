namespace Engagement.Infra.Configuration;

/// <summary>The settings of company events, under <c>companyEvents:</c>.</summary>
internal sealed record CompanyEventsSettings
{
    /// <summary>Whether the ledgers, that of reminders too, can only be deleted after this is set to false and deployed; true by default in the stack <c>prod</c>, otherwise false.</summary>
    public required bool ProtectLedgers { get; init; }

    /// <summary>Attempts to launch an event's campaigns, or to write user attributes, before they are given up, 1 to 1,000; 20 by default.</summary>
    public required int MaximumReceives { get; init; }

    /// <summary>
    /// Requests a second that the route lets through on average, 1 to 10,000; 5 by default, because each updates an endpoint, which Pinpoint
    /// takes 10 a second of. Beyond it the gateway answers 429.
    /// </summary>
    public required int RateLimit { get; init; }

    /// <summary>Requests that may come at once above the rate, 1 to 5,000; 20 by default.</summary>
    public required int BurstLimit { get; init; }

    public static CompanyEventsSettings Read(ConfigReader config) => new()
    {
        ProtectLedgers = config.Flag("protectLedger") ?? Pulumi.Deployment.Instance.StackName == "prod",
        RateLimit = config.WholeNumber("rateLimit", 5, 1, 10_000),
        BurstLimit = config.WholeNumber("burstLimit", 20, 1, 5_000),
        MaximumReceives = config.WholeNumber("maximumReceives", 20, 1, 1_000),
    };
}
