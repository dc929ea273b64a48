namespace Engagement.Local.Configuration;

/// <summary>
/// The sender of e-mail where a stack names none: here every identity is verified, and without one no message could be seen. In AWS such a
/// stack has no
/// e-mail channel.
/// </summary>
internal static class LocalEmail
{
    private const string From = "email:fromAddress";
    private const string Identity = "email:identityArn";

    /// <summary>The same configuration, with a stand-in for the sender unless the stack names one.</summary>
    public static StackConfiguration WithDefaultSender(this StackConfiguration configuration) =>
        configuration.Values.ContainsKey(From) || configuration.Values.ContainsKey(Identity)
            ? configuration
            : configuration
                .With(From, "Local cloud <hello@example.com>")
                .With(Identity, $"arn:aws:ses:{configuration.Region}:000000000000:identity/example.com");
}
