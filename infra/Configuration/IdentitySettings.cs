using Pulumi;

namespace Engagement.Infra.Configuration;

/// <summary>The keys that the site's back end signs identities with, under <c>identity:</c>.</summary>
internal sealed record IdentitySettings
{
    // HMAC-SHA256 gains nothing from a key longer than its hash, and loses strength with a shorter one (RFC 2104, section 3).
    private const int MinimumKeyLength = 32;

    /// <summary>The key that signatures are made with now; at least 32 characters.</summary>
    public required Output<string> SigningKey { get; init; }

    /// <summary>The key before it, still accepted while a rotation is under way; null where there is none.</summary>
    public required Output<string>? PreviousSigningKey { get; init; }

    public static IdentitySettings Read(ConfigReader config)
    {
        var signingKey = config.Secret("signingKey", MinimumKeyLength);
        if (signingKey is null)
        {
            config.Problem("signingKey", "is missing; set it with 'pulumi config set --secret identity:signingKey \"$(openssl rand -base64 32)\"'");
        }

        return new()
        {
            SigningKey = signingKey ?? Output.CreateSecret(""),
            PreviousSigningKey = config.Secret("previousSigningKey", MinimumKeyLength),
        };
    }
}
