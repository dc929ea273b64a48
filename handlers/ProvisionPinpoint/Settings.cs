using Engagement.Functions;

namespace ProvisionPinpoint;

/// <summary>The function's environment.</summary>
internal sealed record Settings
{
    /// <summary><c>PINPOINT_APPLICATION_ARN</c>: the one application that it provisions.</summary>
    public required string PinpointApplicationArn { get; init; }

    /// <summary><c>STACK</c>: the environment's name, a tag of all that it makes.</summary>
    public required string Stack { get; init; }

    /// <param name="variable">Reads an environment variable; null when it is not set.</param>
    /// <exception cref="EnvironmentException">A variable is missing; names each.</exception>
    public static Settings Read(Func<string, string?> variable)
    {
        var environment = new EnvironmentReader(variable);
        var settings = new Settings { PinpointApplicationArn = environment.Required("PINPOINT_APPLICATION_ARN"), Stack = environment.Required("STACK") };
        environment.ThrowIfAny();
        return settings;
    }
}
