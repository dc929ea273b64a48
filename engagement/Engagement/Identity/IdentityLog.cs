using Engagement.Telemetry;

namespace Engagement.Identity;

/// <summary>Log lines of the keys.</summary>
internal static class IdentityLog
{
    public static void SecretUnavailable(this LogWriter log, string problem, bool keysAtHand) => log.Write(
        keysAtHand ? LogLevel.Warning : LogLevel.Error,
        "secretUnavailable",
        keysAtHand
            ? $"The signing secret could not be read again: {problem}. The keys read before stay in use."
            : $"The signing secret could not be read: {problem}. What needs them is tried again.");
}
