namespace Engagement.Infra.Configuration;

/// <summary>The settings of company events, under <c>companyEvents:</c>.</summary>
internal sealed record CompanyEventsSettings
{
    // What an account may run at once, unless AWS raised it.
    private const int MostReserved = 1_000;

    /// <summary>
    /// Attempts to launch an event's campaigns, or to write user attributes, before they are given up, 1 to 1,000; 20 by default.
    /// </summary>
    public required int MaximumReceives { get; init; }

    /// <summary>
    /// Requests a second that the route lets through on average, 1 to 10,000; 5 by default, because a platform may take few
    /// writes a second. Beyond it the gateway answers 503.
    /// </summary>
    public required int RateLimit { get; init; }

    /// <summary>
    /// Requests that may come at once above the rate, 1 to 5,000; 10 by default, and never more than <see cref="ReservedConcurrency"/>.
    /// </summary>
    public required int BurstLimit { get; init; }

    /// <summary>
    /// Invocations of the publisher at once, 0 to 1,000, that no other function can take from it. By default burst and rate together: a
    /// burst that the route admits, and what it admits within the next second. Null, for a setting of 0, where none are reserved.
    /// </summary>
    public required int? ReservedConcurrency { get; init; }

    public static CompanyEventsSettings Read(ConfigReader config)
    {
        config.Renamed("protectLedger", "ledgers:protect");
        var (rate, burst) = (config.WholeNumber("rateLimit", 5, 1, 10_000), config.WholeNumber("burstLimit", 10, 1, 5_000));
        return new()
        {
            RateLimit = rate,
            BurstLimit = burst,
            ReservedConcurrency = Reserved(config, rate, burst),
            MaximumReceives = config.WholeNumber("maximumReceives", 20, 1, 1_000),
        };
    }

    private static int? Reserved(ConfigReader config, int rate, int burst)
    {
        const string key = "reservedConcurrency";
        var reserved = config.WholeNumber(key, Math.Min(burst + rate, MostReserved), 0, MostReserved);
        if (reserved > 0 && reserved < burst)
        {
            config.Problem(
                "burstLimit",
                $"{burst} requests at once are more than the function takes; set at most {reserved}, or a larger companyEvents:{key}");
        }

        return reserved == 0 ? null : reserved;
    }
}
