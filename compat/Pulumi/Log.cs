using System;

namespace Pulumi;

/// <summary>Messages to whoever runs the deployment.</summary>
public static class Log
{
    public static void Debug(string message, Resource? resource = null, int? streamId = null, bool? ephemeral = null) => RequireDeployment();

    public static void Info(string message, Resource? resource = null, int? streamId = null, bool? ephemeral = null) => RequireDeployment();

    public static void Warn(string message, Resource? resource = null, int? streamId = null, bool? ephemeral = null) => RequireDeployment();

    /// <summary>Makes the deployment fail at its end.</summary>
    public static void Error(string message, Resource? resource = null, int? streamId = null, bool? ephemeral = null)
        => Deployment.Required.Errors.Add(message);

    /// <summary>Makes the deployment fail at its end.</summary>
    public static void Exception(Exception exception, Resource? resource = null, int? streamId = null, bool? ephemeral = null)
        => Error(exception.ToString(), resource, streamId, ephemeral);

    // Under mocks nobody listens to less than an error; outside a deployment every level fails.
    private static void RequireDeployment() => _ = Deployment.Required;
}
