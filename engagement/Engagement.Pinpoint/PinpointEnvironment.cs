using Engagement.Functions;

namespace Engagement.Pinpoint;

/// <summary>What every function that calls Pinpoint reads from its environment.</summary>
public static class PinpointEnvironment
{
    /// <summary><c>PINPOINT_APPLICATION_ID</c>: the application.</summary>
    public const string ApplicationId = "PINPOINT_APPLICATION_ID";

    /// <summary>The application; a missing variable is noted as a problem.</summary>
    public static string ReadApplicationId(EnvironmentReader environment) => environment.Required(ApplicationId);
}
