using System.Collections.Immutable;
using Pulumi;
using Aws = Pulumi.Aws;

namespace Engagement.Infra.Platforms.Ses.Sending;

/// <summary>
/// The domain that messages come from: SES's identity of it, signed with DKIM, a domain for the envelope, and a DMARC policy. The stack
/// makes the records where the zone is in Route 53.
/// </summary>
internal sealed class SendingDomain : ComponentResource
{
    private const int TtlSeconds = 1_800;

    // Easy DKIM: https://docs.aws.amazon.com/ses/latest/dg/send-email-authentication-dkim-easy.html
    private const int DkimKeys = 3;

    private readonly SendingDomainSettings settings;

    public SendingDomain(string name, SendingDomainSettings settings, Output<string> region, ComponentResourceOptions? options = null)
        : base("engagement:ses:SendingDomain", name, options)
    {
        this.settings = settings;
        IReadOnlyList<(string Purpose, Output<DnsRecord> Record)> records =
        [
            .. settings.ManageIdentity ? CreateIdentity(name, region) : [],
            .. settings.Dmarc is { } dmarc
                ? new[] { ("dmarc", Output.Create(new DnsRecord($"_dmarc.{settings.Name}", "TXT", dmarc.Record))) }
                : [],
        ];
        MissingRecords = settings.HostedZoneId is { } zone
            ? Create(name, zone, records)
            : Output.All(records.Select(each => each.Record.Apply(record => record.ToString())));
        RegisterOutputs();
    }

    /// <summary>The records that the operator has to make; none where the zone is in Route 53.</summary>
    public Output<ImmutableArray<string>> MissingRecords { get; }

    private IEnumerable<(string Purpose, Output<DnsRecord> Record)> CreateIdentity(string name, Output<string> region)
    {
        var asChild = new CustomResourceOptions { Parent = this };
        var identity = new Aws.SesV2.EmailIdentity(name, new() { EmailIdentityDetails = settings.Name }, asChild);
        _ = new Aws.SesV2.EmailIdentityMailFromAttributes($"{name}-mail-from", new()
        {
            EmailIdentity = identity.EmailIdentityDetails,
            MailFromDomain = settings.MailFrom,
            // Mail goes out with SES's own envelope until the record is there.
            BehaviorOnMxFailure = "USE_DEFAULT_VALUE",
        }, asChild);
        return
        [
            .. Enumerable.Range(0, DkimKeys).Select(index => ($"dkim-{index}", identity.DkimSigningAttributes.Apply(Dkim(index)))),
            ("mail-from-mx", region.Apply(each => new DnsRecord(settings.MailFrom, "MX", $"10 feedback-smtp.{each}.amazonses.com"))),
            ("mail-from-spf", Output.Create(new DnsRecord(settings.MailFrom, "TXT", "v=spf1 include:amazonses.com ~all"))),
        ];
    }

    private Func<Aws.SesV2.Outputs.EmailIdentityDkimSigningAttributes, DnsRecord> Dkim(int index) => attributes =>
        new($"{attributes.Tokens[index]}._domainkey.{settings.Name}", "CNAME", $"{attributes.Tokens[index]}.dkim.amazonses.com");

    private Output<ImmutableArray<string>> Create(
        string name, string zone, IReadOnlyList<(string Purpose, Output<DnsRecord> Record)> records)
    {
        foreach (var (purpose, record) in records)
        {
            _ = new Aws.Route53.Record($"{name}-{purpose}", new()
            {
                ZoneId = zone,
                Name = record.Apply(each => each.Name),
                Type = record.Apply(each => each.Type),
                Records = record.Apply(each => each.Value),
                Ttl = TtlSeconds,
            }, new CustomResourceOptions { Parent = this });
        }

        return Output.Create(ImmutableArray<string>.Empty);
    }
}
