using Engagement.Infra.Configuration;
using Engagement.Infra.Platforms.Ses.Sending;

namespace Engagement.Infra.Platforms.Ses.Unsubscribing;

/// <summary>The domain of the links by which customers unsubscribe, under <c>ses:</c>.</summary>
internal static class LinkDomainSettings
{
    private const string Domain = "linkDomain";
    private const string Zone = "linkHostedZoneId";
    private const string Certificate = "linkCertificateArn";

    /// <summary>
    /// Reads <c>linkDomain</c>, such as <c>mail.example.com</c>; null where links lead to the host that AWS gives the API. Its zone is
    /// <c>linkHostedZoneId</c>, or <c>hostedZoneId</c> for a domain at or below <c>domain</c>. Without a zone <c>linkCertificateArn</c>
    /// names a certificate, because the stack cannot prove one.
    /// </summary>
    /// <param name="config">Reads <c>ses:</c>.</param>
    /// <param name="sending">The domain that messages come from, and its zone.</param>
    public static ApiDomainSettings? Read(ConfigReader config, SendingDomainSettings sending)
    {
        var (name, zone, certificate) = (config.Text(Domain), config.Text(Zone), config.Text(Certificate));
        if (name is null)
        {
            Needless(config, Zone, zone);
            Needless(config, Certificate, certificate);
            return null;
        }

        Check(config, name, zone, certificate);
        zone ??= name == sending.Name || name.EndsWith($".{sending.Name}", StringComparison.Ordinal) ? sending.HostedZoneId : null;
        if (zone is null && certificate is null)
        {
            config.Problem(Certificate, $"is missing: {name} is in no hosted zone that is set, so that no certificate can be proved there");
        }

        return new() { Name = name, HostedZoneId = zone, CertificateArn = certificate };
    }

    private static void Check(ConfigReader config, string name, string? zone, string? certificate)
    {
        if (!DnsSyntax.IsDomain(name))
        {
            config.Problem(Domain, $"'{name}' is not a domain name in small letters, such as mail.example.com");
        }

        if (zone is not null && !DnsSyntax.IsHostedZone(zone))
        {
            config.Problem(Zone, $"'{zone}' is not the id of a hosted zone, such as Z0123456789ABCDEFGHIJ");
        }

        if (certificate?.StartsWith("arn:aws:acm:", StringComparison.Ordinal) == false)
        {
            config.Problem(Certificate, $"'{certificate}' is not the ARN of a certificate in AWS Certificate Manager");
        }
    }

    private static void Needless(ConfigReader config, string key, string? value)
    {
        if (value is not null)
        {
            config.Problem(key, $"is set, but ses:{Domain} is not");
        }
    }
}
