using Engagement.Infra.Configuration;

namespace Engagement.Infra.Platforms.Ses.Sending;

/// <summary>The domain that messages come from, under <c>ses:</c>.</summary>
internal sealed record SendingDomainSettings
{
    private const string Unmanaged = "unmanaged";

    /// <summary>Such as <c>example.com</c>: SES signs for it and for all domains below it.</summary>
    public required string Name { get; init; }

    /// <summary>
    /// Domain of the envelope's sender, below <see cref="Name"/>; <c>bounce.</c> before the name by default. Nothing else may use it.
    /// </summary>
    public required string MailFrom { get; init; }

    /// <summary>Id of the Route 53 hosted zone that the records go into; null where the operator makes them.</summary>
    public required string? HostedZoneId { get; init; }

    /// <summary>
    /// Whether the stack makes SES's identity of the domain; true by default. An account and region has one for each domain: set this to
    /// false in all but one of the stacks that share it.
    /// </summary>
    public required bool ManageIdentity { get; init; }

    /// <summary>The domain's DMARC record; null where the company has one of its own. Policy <c>none</c> by default.</summary>
    public required DmarcPolicy? Dmarc { get; init; }

    public static SendingDomainSettings Read(ConfigReader config)
    {
        var name = Domain(config, "domain") ?? "";
        if (config.Text("domain") is null)
        {
            config.Problem("domain", "is missing; set it with 'pulumi config set ses:domain example.com'");
        }

        return new()
        {
            Name = name,
            MailFrom = MailFromIn(config, name),
            HostedZoneId = ZoneIn(config),
            ManageIdentity = config.Flag("manageIdentity") ?? true,
            Dmarc = DmarcIn(config),
        };
    }

    private static string MailFromIn(ConfigReader config, string domain)
    {
        const string key = "mailFromDomain";
        var mailFrom = Domain(config, key) ?? $"bounce.{domain}";
        if (domain.Length > 0 && !mailFrom.EndsWith($".{domain}", StringComparison.Ordinal))
        {
            config.Problem(key, $"'{mailFrom}' is not a domain below {domain} (ses:domain)");
        }

        return mailFrom;
    }

    private static string? Domain(ConfigReader config, string key)
    {
        var domain = config.Text(key);
        if (domain is not null && !DnsSyntax.IsDomain(domain))
        {
            config.Problem(key, $"'{domain}' is not a domain name in small letters, such as example.com");
            return null;
        }

        return domain;
    }

    private static string? ZoneIn(ConfigReader config)
    {
        var zone = config.Text("hostedZoneId");
        if (zone is not null && !DnsSyntax.IsHostedZone(zone))
        {
            config.Problem("hostedZoneId", $"'{zone}' is not the id of a hosted zone, such as Z0123456789ABCDEFGHIJ");
        }

        return zone;
    }

    private static DmarcPolicy? DmarcIn(ConfigReader config)
    {
        var policy = config.OneOf("dmarc", "none", "none", "quarantine", "reject", Unmanaged);
        var reports = config.Text("dmarcReports");
        if (reports?.Contains('@', StringComparison.Ordinal) == false)
        {
            config.Problem("dmarcReports", $"'{reports}' is not an e-mail address");
        }

        if (policy == Unmanaged && reports is not null)
        {
            config.Problem("dmarcReports", $"is set, but ses:dmarc is {Unmanaged}, so there is no record that could name it");
        }

        return policy == Unmanaged ? null : new(policy, reports);
    }
}
