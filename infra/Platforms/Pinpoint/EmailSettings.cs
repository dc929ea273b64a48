using Engagement.Infra.Configuration;

namespace Engagement.Infra.Platforms.Pinpoint;

/// <summary>The e-mail channel's settings, under <c>email:</c>; all or none are set.</summary>
internal sealed record EmailSettings
{
    /// <summary>Sender, as an address or as <c>Name &lt;address&gt;</c>.</summary>
    public required string FromAddress { get; init; }

    /// <summary>ARN of the verified Amazon SES identity that it belongs to.</summary>
    public required string IdentityArn { get; init; }

    public static EmailSettings? Read(ConfigReader config)
    {
        var (from, identity) = (config.Text("fromAddress"), config.Text("identityArn"));
        if (from is null && identity is null)
        {
            return null;
        }

        if (from?.Contains('@', StringComparison.Ordinal) != true)
        {
            config.Problem("fromAddress", from is null ? "is missing, but email:identityArn is set" : $"'{from}' is not an e-mail address");
        }

        if (identity?.StartsWith("arn:", StringComparison.Ordinal) != true || !identity.Contains(":ses:", StringComparison.Ordinal))
        {
            config.Problem("identityArn", identity is null
                ? "is missing, but email:fromAddress is set"
                : $"'{identity}' is not the ARN of an SES identity (arn:aws:ses:…:identity/…)");
        }

        return new() { FromAddress = from ?? "", IdentityArn = identity ?? "" };
    }
}
