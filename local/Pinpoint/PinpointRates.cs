namespace Engagement.Local.Pinpoint;

/// <summary>
/// How many requests a second each operation takes from the whole account, measured on the cloud's clock and on that of its callers; null
/// lifts the bound.
/// The burst equals the rate, as in the developer guide's table of rate and burst quotas.
/// The defaults are the account quotas listed in 2026; the guide of 2023 still named thousands.
/// </summary>
internal sealed record PinpointRates
{
    /// <summary>Every operation without bound.</summary>
    public static PinpointRates Unbounded { get; } = new()
    {
        PutEvents = null,
        UpdateEndpoint = null,
        UpdateEndpointsBatch = null,
        Definitions = null
    };

    /// <summary>PutEvents requests, not events: 15 a second by default.</summary>
    public int? PutEvents { get; init; } = 15;

    /// <summary>UpdateEndpoint requests: 10 a second by default.</summary>
    public int? UpdateEndpoint { get; init; } = 10;

    /// <summary>UpdateEndpointsBatch requests, of up to 100 endpoints each: 2 a second by default.</summary>
    public int? UpdateEndpointsBatch { get; init; } = 2;

    /// <summary>
    /// Requests to create, update or delete campaigns or segments, each operation by itself: 25 a second by default (developer guide, "API
    /// request quotas").
    /// </summary>
    public int? Definitions { get; init; } = 25;
}
