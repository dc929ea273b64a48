using Engagement.Functions;

namespace Engagement.Ses.Sms;

/// <summary>Whose name text messages go out under.</summary>
/// <param name="Origination">The pool, telephone number or sender id that they come from: its id or ARN.</param>
/// <param name="ConfigurationSet">The configuration set.</param>
public sealed record SmsSender(string Origination, string ConfigurationSet)
{
    /// <summary>
    /// Reads a function's environment: <c>SMS_ORIGINATION</c> and, with it, <c>SMS_CONFIGURATION_SET</c>. Null where there is none: the
    /// stack sends no text messages.
    /// </summary>
    public static SmsSender? Read(EnvironmentReader environment) =>
        environment.Optional("SMS_ORIGINATION") is { } origination ? new(origination, environment.Required("SMS_CONFIGURATION_SET")) : null;
}
