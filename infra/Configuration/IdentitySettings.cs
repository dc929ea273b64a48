using Engagement.Identity;
using Pulumi;

namespace Engagement.Infra.Configuration;

/// <summary>
/// The keys that the site's back end signs identities with, and how long a signature may be valid, under <c>identity:</c>.
/// </summary>
internal sealed record IdentitySettings
{
    // HMAC-SHA256 gains nothing from a key longer than its hash, and loses strength with a shorter one (RFC 2104, section 3).
    private const int MinimumKeyLength = 32;

    /// <summary>The key that signatures are made with now; at least 32 characters.</summary>
    public required Output<string> SigningKey { get; init; }

    /// <summary>The key before it, still accepted while a rotation is under way; null where there is none.</summary>
    public required Output<string>? PreviousSigningKey { get; init; }

    /// <summary>Days, from a request on, that its signature may still be valid, 1 to 366; 31 by default.</summary>
    public required int MaximumValidityDays { get; init; }

    public static IdentitySettings Read(ConfigReader config)
    {
        var signingKey = config.Secret("signingKey", MinimumKeyLength);
        if (signingKey is null)
        {
            config.Problem(
                "signingKey",
                "is missing; set it with 'pulumi config set --secret identity:signingKey \"$(openssl rand -base64 32)\"'");
        }

        return new()
        {
            SigningKey = signingKey ?? Output.CreateSecret(""),
            PreviousSigningKey = config.Secret("previousSigningKey", MinimumKeyLength),
            MaximumValidityDays = config.WholeNumber(
                "maximumValidityDays", (int)IdentitySignature.DefaultMaximumValidity.TotalDays, 1, 366),
        };
    }
}
