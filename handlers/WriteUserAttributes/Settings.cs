using Engagement.Functions;

namespace WriteUserAttributes;

/// <summary>The function's environment.</summary>
internal sealed record Settings
{
    /// <summary><c>PINPOINT_APPLICATION_ID</c></summary>
    public required string PinpointApplicationId { get; init; }

    /// <summary><c>STACK</c>: the environment's name, a dimension of every metric.</summary>
    public required string Stack { get; init; }

    /// <param name="variable">Reads an environment variable; null when it is not set.</param>
    /// <exception cref="EnvironmentException">A variable is missing; names each.</exception>
    public static Settings Read(Func<string, string?> variable)
    {
        var environment = new EnvironmentReader(variable);
        var settings = new Settings
        {
            PinpointApplicationId = environment.Required("PINPOINT_APPLICATION_ID"),
            Stack = environment.Required("STACK"),
        };
        environment.ThrowIfAny();
        return settings;
    }
}
