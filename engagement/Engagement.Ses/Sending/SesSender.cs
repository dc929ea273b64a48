using Engagement.Functions;

namespace Engagement.Ses.Sending;

/// <summary>Whose name e-mails go out under.</summary>
/// <param name="From">The sender's address, of a verified domain, perhaps with a display name.</param>
/// <param name="ConfigurationSet">The configuration set.</param>
public sealed record SesSender(string From, string ConfigurationSet)
{
    /// <summary>Reads a function's environment: <c>MAIL_FROM</c> and <c>CONFIGURATION_SET</c>.</summary>
    public static SesSender Read(EnvironmentReader environment) =>
        new(environment.Required("MAIL_FROM"), environment.Required("CONFIGURATION_SET"));
}
