namespace Engagement.Infra.Configuration;

/// <summary>A domain of the company's for the pixel, under <c>pixel:</c>; all or none are set.</summary>
internal sealed record PixelDomainSettings
{
    /// <summary>Such as <c>events.example.com</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Id of the Route 53 hosted zone that the domain is in.</summary>
    public required string HostedZoneId { get; init; }

    public static PixelDomainSettings? Read(ConfigReader config)
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
