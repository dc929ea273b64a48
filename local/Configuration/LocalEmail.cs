using Engagement.Infra.Platforms.Ses;

namespace Engagement.Local.Configuration;

/// <summary>
/// The sender of e-mail where a stack names none: here every identity is verified, and without one no message could be seen. In AWS such a
/// stack has no e-mail channel, or cannot be deployed.
/// </summary>
internal static class LocalEmail
{
    private const string Sender = "Local cloud <hello@example.com>";

    /// <summary>The same configuration, with a stand-in for the sender unless the stack names one.</summary>
    public static StackConfiguration WithDefaultSender(this StackConfiguration configuration) =>
        configuration.Values.GetValueOrDefault("engagement:platform") == SesPlatform.Name
            ? configuration
                .WithDefaults(("ses:domain", "example.com"), ("ses:fromAddress", Sender))
                // No other stack of the account owns the domain's identity here.
                .With("ses:manageIdentity", "true")
            : configuration.WithDefaults(
                ("email:fromAddress", Sender),
                ("email:identityArn", $"arn:aws:ses:{configuration.Region}:000000000000:identity/example.com"));

    // What names a sender in part is for the stack's own checks.
    private static StackConfiguration WithDefaults(
        this StackConfiguration configuration, params (string Key, string Value)[] settings) =>
        Array.Exists(settings, setting => configuration.Values.ContainsKey(setting.Key))
            ? configuration
            : settings.Aggregate(configuration, (known, setting) => known.With(setting.Key, setting.Value));
}
