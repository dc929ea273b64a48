using System.Diagnostics.CodeAnalysis;
using Engagement.Local.FunctionClock;

/// <summary>
/// What the runtime calls in a function's process before the function's own code, by DOTNET_STARTUP_HOOKS:
/// https://github.com/dotnet/runtime/blob/main/docs/design/features/host-startup-hook.md
/// </summary>
[SuppressMessage("Design", "CA1050:Declare types in namespaces", Justification = "The runtime looks for exactly this name.")]
internal static class StartupHook
{
    /// <summary>Lets <see cref="TimeProvider.System"/> tell the cloud's time from now on.</summary>
    /// <exception cref="InvalidOperationException">The environment names no clock, or this runtime has no such place to set it.</exception>
    public static void Initialize()
    {
        var path = Environment.GetEnvironmentVariable(ClockFile.Variable)
            ?? throw new InvalidOperationException(
                $"The environment variable {ClockFile.Variable} does not say where the cloud's clock is.");
        SystemTime.Replace(new CloudTime(path));
    }
}
