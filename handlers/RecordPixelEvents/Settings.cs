using Engagement.Functions;
using Engagement.Identity;

namespace RecordPixelEvents;

/// <summary>The function's environment.</summary>
internal sealed record Settings
{
    /// <summary><c>PINPOINT_APPLICATION_ID</c></summary>
    public required string PinpointApplicationId { get; init; }

    /// <summary><c>SIGNING_SECRET_ARN</c></summary>
    public required string SigningSecretArn { get; init; }

    /// <summary><c>STACK</c>: the environment's name, a dimension of every metric.</summary>
    public required string Stack { get; init; }

    /// <summary><c>ACCEPT_UNKNOWN_EVENTS</c>, <c>true</c> or <c>false</c>: overrides the tracking plan; null leaves it.</summary>
    public bool? AcceptUnknownEvents { get; init; }

    /// <summary>
    /// <c>MAXIMUM_VALIDITY_DAYS</c>: how long an identity signature may be valid, from the request on; null leaves
    /// <see cref="IdentitySignature.DefaultMaximumValidity"/>.
    /// </summary>
    public TimeSpan? MaximumValidity { get; init; }

    /// <param name="variable">Reads an environment variable; null when it is not set.</param>
    /// <exception cref="EnvironmentException">A variable is missing or of the wrong form; names each.</exception>
    public static Settings Read(Func<string, string?> variable)
    {
        var environment = new EnvironmentReader(variable);
        var settings = new Settings
        {
            PinpointApplicationId = environment.Required("PINPOINT_APPLICATION_ID"),
            SigningSecretArn = environment.Required("SIGNING_SECRET_ARN"),
            Stack = environment.Required("STACK"),
            AcceptUnknownEvents = environment.Flag("ACCEPT_UNKNOWN_EVENTS"),
            MaximumValidity = environment.WholeNumber("MAXIMUM_VALIDITY_DAYS") is { } days ? TimeSpan.FromDays(days) : null,
        };
        environment.ThrowIfAny();
        return settings;
    }
}
