using System.Collections.Immutable;
using Engagement.Infra.Configuration;
using Pulumi;
using Aws = Pulumi.Aws;

namespace Engagement.Infra.Gateway;

/// <summary>
/// A domain of the company's for a REST API: API Gateway answers there with a certificate of the region. Where the zone is in Route 53, the
/// stack makes the record, and a certificate that proves itself by DNS. The API goes on to answer by the host that AWS gives it.
/// </summary>
internal sealed class ApiDomain
{
    private const int ValidationTtlSeconds = 60;

    private readonly ApiDomainSettings settings;
    private readonly CustomResourceOptions asChild;

    /// <param name="name">Begins the names of resources.</param>
    /// <param name="settings">The domain.</param>
    /// <param name="api">The API.</param>
    /// <param name="stage">The stage that serves it.</param>
    /// <param name="parent">Parent of the resources.</param>
    public ApiDomain(
        string name, ApiDomainSettings settings, Aws.ApiGateway.RestApi api, Aws.ApiGateway.Stage stage, Resource parent)
    {
        (this.settings, asChild) = (settings, new() { Parent = parent });
        var domain = new Aws.ApiGateway.DomainName(name, new()
        {
            Domain = settings.Name,
            RegionalCertificateArn = settings.CertificateArn is { } arn ? Output.Create(arn) : CreateCertificate($"{name}-certificate"),
            SecurityPolicy = "TLS_1_2",
            EndpointConfiguration = new Aws.ApiGateway.Inputs.DomainNameEndpointConfigurationArgs { Types = "REGIONAL" },
        }, asChild);
        MissingRecords = settings.HostedZoneId is { } zone
            ? CreateRecord($"{name}-record", zone, domain)
            : domain.RegionalDomainName.Apply(target => ImmutableArray.Create($"{settings.Name} CNAME {target}"));
        var mapping = new Aws.ApiGateway.BasePathMapping($"{name}-mapping", new()
        {
            DomainName = domain.Domain,
            RestApi = api.Id,
            StageName = stage.StageName,
        }, asChild);
        Url = Output.Format($"https://{mapping.DomainName}");
    }

    /// <summary>Where the API's stage is reachable, without a slash at its end.</summary>
    public Output<string> Url { get; }

    /// <summary>The records that the operator has to make; none where the zone is in Route 53.</summary>
    public Output<ImmutableArray<string>> MissingRecords { get; }

    private Output<ImmutableArray<string>> CreateRecord(string name, string zone, Aws.ApiGateway.DomainName domain)
    {
        _ = new Aws.Route53.Record(name, new()
        {
            ZoneId = zone,
            Name = settings.Name,
            Type = "A",
            Aliases = new Aws.Route53.Inputs.RecordAliasArgs
            {
                Name = domain.RegionalDomainName,
                ZoneId = domain.RegionalZoneId,
                EvaluateTargetHealth = false,
            },
        }, asChild);
        return Output.Create(ImmutableArray<string>.Empty);
    }

    private Output<string> CreateCertificate(string name)
    {
        var certificate = new Aws.Acm.Certificate(name, new() { DomainName = settings.Name, ValidationMethod = "DNS" }, asChild);
        // One name, hence one option.
        var proof = certificate.DomainValidationOptions.Apply(all => all[0]);
        var record = new Aws.Route53.Record($"{name}-proof", new()
        {
            ZoneId = settings.HostedZoneId!,
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
