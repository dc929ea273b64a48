using Engagement.Functions;

namespace RecordPixelEvents;

/// <summary>The function's environment.</summary>
internal sealed record Settings
{
    /// <summary><c>ACCEPT_UNKNOWN_EVENTS</c>, <c>true</c> or <c>false</c>: overrides the tracking plan; null leaves it.</summary>
    public bool? AcceptUnknownEvents { get; init; }

    /// <summary>
    /// <c>MAXIMUM_VALIDITY_DAYS</c>: how long an identity signature may be valid, from the request on; null leaves
    /// <see cref="IdentitySignature.DefaultMaximumValidity"/>.
    /// </summary>
    public TimeSpan? MaximumValidity { get; init; }

    /// <summary>Reads the environment; a variable that is missing or of the wrong form is noted as a problem.</summary>
    public static Settings Read(EnvironmentReader environment) => new()
    {
        AcceptUnknownEvents = environment.Flag("ACCEPT_UNKNOWN_EVENTS"),
        MaximumValidity = environment.WholeNumber("MAXIMUM_VALIDITY_DAYS") is { } days ? TimeSpan.FromDays(days) : null,
    };
}
