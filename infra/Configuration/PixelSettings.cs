namespace Engagement.Infra.Configuration;

/// <summary>The pixel's settings, under <c>pixel:</c>.</summary>
internal sealed record PixelSettings
{
    /// <summary>Requests a second that the gateway lets through on average; 500 by default. Beyond it answers 429.</summary>
    public required int RateLimit { get; init; }

    /// <summary>Requests that may come at once above the rate; 1,000 by default.</summary>
    public required int BurstLimit { get; init; }

    /// <summary>
    /// Functions that may record at the same time, 2 (the least that Lambda allows) to 1,000; 2 by default. A platform takes few calls a
    /// second, and each function makes one after the other.
    /// </summary>
    public required int MaximumConcurrency { get; init; }

    /// <summary>Messages that one invocation gets at most, 1 to 10,000; 1,000 by default: ten full calls.</summary>
    public required int BatchSize { get; init; }

    /// <summary>Seconds that a batch may wait to fill, 1 to 300; 2 by default.</summary>
    public required int BatchingWindowSeconds { get; init; }

    /// <summary>
    /// Attempts before a message goes to the dead-letter queue, 1 to 1,000; 20 by default. With a visibility time-out of three minutes,
    /// that is an hour in which the platform refuses everything.
    /// </summary>
    public required int MaximumReceives { get; init; }

    /// <summary>Overrides the tracking plan's <c>acceptUnknownEvents</c>; null leaves it as it is.</summary>
    public required bool? AcceptUnknownEvents { get; init; }

    /// <summary>
    /// Whether this stack sets the CloudWatch role of API Gateway; true by default. AWS has one such role for an account and region, and
    /// without it there are no access logs. Set it to false in all but one stack of an account and region.
    /// </summary>
    public required bool ManageGatewayAccount { get; init; }

    /// <summary>The pixel's own domain; null where it keeps the one that AWS gives it.</summary>
    public required ApiDomainSettings? Domain { get; init; }

    public static PixelSettings Read(ConfigReader config) => new()
    {
        RateLimit = config.WholeNumber("rateLimit", 500, 1, 10_000),
        BurstLimit = config.WholeNumber("burstLimit", 1_000, 1, 5_000),
        MaximumConcurrency = config.WholeNumber("maximumConcurrency", 2, 2, 1_000),
        BatchSize = config.WholeNumber("batchSize", 1_000, 1, 10_000),
        BatchingWindowSeconds = config.WholeNumber("batchingWindowSeconds", 2, 1, 300),
        MaximumReceives = config.WholeNumber("maximumReceives", 20, 1, 1_000),
        AcceptUnknownEvents = config.Flag("acceptUnknownEvents"),
        Domain = ApiDomainSettings.ReadPixel(config),
        ManageGatewayAccount = config.Flag("manageGatewayAccount") ?? true,
    };
}
