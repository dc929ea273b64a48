using Engagement.Infra.Configuration;
using Pulumi;
using Aws = Pulumi.Aws;

namespace Engagement.Infra.Pixel;

/// <summary>
/// The company's own domain for the pixel: a certificate that proves itself by DNS, and the records. Browsers that block third parties take
/// it for a part of the site.
/// </summary>
internal sealed class PixelDomain : ComponentResource
{
    private const int ValidationTtlSeconds = 60;

    public PixelDomain(
        string name,
        PixelDomainSettings settings,
        Aws.ApiGateway.RestApi api,
        Aws.ApiGateway.Stage stage,
        ComponentResourceOptions? options = null)
        : base("engagement:pixel:PixelDomain", name, options)
    {
        var asChild = new CustomResourceOptions { Parent = this };
        var domain = new Aws.ApiGateway.DomainName(name, new()
        {
            Domain = settings.Name,
            RegionalCertificateArn = CreateCertificate($"{name}-certificate", settings, asChild),
            SecurityPolicy = "TLS_1_2",
            EndpointConfiguration = new Aws.ApiGateway.Inputs.DomainNameEndpointConfigurationArgs { Types = "REGIONAL" },
        }, asChild);
        _ = new Aws.Route53.Record($"{name}-record", new()
        {
            ZoneId = settings.HostedZoneId,
            Name = settings.Name,
            Type = "A",
            Aliases = new Aws.Route53.Inputs.RecordAliasArgs
            {
                Name = domain.RegionalDomainName,
                ZoneId = domain.RegionalZoneId,
                EvaluateTargetHealth = false,
            },
        }, asChild);
        var mapping = new Aws.ApiGateway.BasePathMapping($"{name}-mapping", new()
        {
            DomainName = domain.Domain,
            RestApi = api.Id,
            StageName = stage.StageName,
        }, asChild);
        Url = Output.Format($"https://{mapping.DomainName}");
        RegisterOutputs();
    }

    /// <summary>Where the API's stage is reachable, without a slash at its end.</summary>
    public Output<string> Url { get; }

    private static Output<string> CreateCertificate(string name, PixelDomainSettings settings, CustomResourceOptions asChild)
    {
        var certificate = new Aws.Acm.Certificate(name, new() { DomainName = settings.Name, ValidationMethod = "DNS" }, asChild);
        // One name, hence one option.
        var proof = certificate.DomainValidationOptions.Apply(all => all[0]);
        var record = new Aws.Route53.Record($"{name}-proof", new()
        {
            ZoneId = settings.HostedZoneId,
            Name = proof.Apply(option => option.ResourceRecordName!),
            Type = proof.Apply(option => option.ResourceRecordType!),
            Records = proof.Apply(option => option.ResourceRecordValue!),
            Ttl = ValidationTtlSeconds,
            // The proof of a domain is the same for every certificate of an account, and another region's may have left it there.
            AllowOverwrite = true,
        }, asChild);
        return new Aws.Acm.CertificateValidation($"{name}-validation", new()
        {
            CertificateArn = certificate.Arn,
            ValidationRecordFqdns = record.Fqdn,
        }, asChild).CertificateArn;
    }
}
