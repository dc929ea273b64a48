namespace Engagement.Infra.Configuration;

/// <summary>A domain of the company's for an API.</summary>
internal sealed record ApiDomainSettings
{
    /// <summary>Such as <c>events.example.com</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Id of the Route 53 hosted zone that the domain is in; null where the operator makes the domain's record.</summary>
    public required string? HostedZoneId { get; init; }

    /// <summary>
    /// ARN of a certificate for the domain, of the API's region; null where the stack makes one, which takes the hosted zone.
    /// </summary>
    public string? CertificateArn { get; init; }

    /// <summary>Reads the domain of <c>pixel:</c>, whose zone is in Route 53; all or none are set.</summary>
    public static ApiDomainSettings? ReadPixel(ConfigReader config)
    {
        var (name, zone) = (config.Text("domainName"), config.Text("hostedZoneId"));
        if (name is null && zone is null)
        {
            return null;
        }

        if (name is null || !DnsSyntax.IsDomain(name))
        {
            config.Problem("domainName", name is null
                ? "is missing, but pixel:hostedZoneId is set"
                : $"'{name}' is not a domain name in small letters, such as events.example.com");
        }

        if (zone is null || !DnsSyntax.IsHostedZone(zone))
        {
            config.Problem("hostedZoneId", zone is null
                ? "is missing, but pixel:domainName is set"
                : $"'{zone}' is not the id of a hosted zone, such as Z0123456789ABCDEFGHIJ");
        }

        return new() { Name = name ?? "", HostedZoneId = zone ?? "" };
    }
}
