using Engagement.Infra.Configuration;
using Pulumi;
using Aws = Pulumi.Aws;

namespace Engagement.Infra.Pixel;

/// <summary>
/// AWS WAF before the pixel: a limit for each address, and managed rule groups that refuse or only count. Why which:
/// docs/decisions/pixel-firewall.md.
/// </summary>
internal sealed class PixelFirewall : ComponentResource
{
    private const int FiveMinutes = 300;
    private const int TooManyRequests = 429;

    public PixelFirewall(string name, FirewallSettings settings, Aws.ApiGateway.Stage stage, ComponentResourceOptions? options = null)
        : base("engagement:pixel:PixelFirewall", name, options)
    {
        var asChild = new CustomResourceOptions { Parent = this };
        var acl = new Aws.WafV2.WebAcl(name, new()
        {
            Description = "Requests to the pixel",
            Scope = "REGIONAL",
            DefaultAction = new Aws.WafV2.Inputs.WebAclDefaultActionArgs { Allow = new Aws.WafV2.Inputs.WebAclDefaultActionAllowArgs() },
            Rules = [RatePerAddress(settings.RequestsPerAddress), .. ManagedRules(settings)],
            VisibilityConfig = new Aws.WafV2.Inputs.WebAclVisibilityConfigArgs
            {
                CloudwatchMetricsEnabled = true,
                MetricName = name,
                // Samples would keep addresses and query strings.
                SampledRequestsEnabled = false,
            },
        }, asChild);
        _ = new Aws.WafV2.WebAclAssociation($"{name}-association", new() { ResourceArn = stage.Arn, WebAclArn = acl.Arn }, asChild);
        RegisterOutputs();
    }

    private static Aws.WafV2.Inputs.WebAclRuleArgs RatePerAddress(int requests) => new()
    {
        Name = "rate-per-address",
        Priority = 0,
        Action = new Aws.WafV2.Inputs.WebAclRuleActionArgs
        {
            Block = new Aws.WafV2.Inputs.WebAclRuleActionBlockArgs
            {
                CustomResponse = new Aws.WafV2.Inputs.WebAclRuleActionBlockCustomResponseArgs { ResponseCode = TooManyRequests },
            },
        },
        Statement = new Aws.WafV2.Inputs.WebAclRuleStatementArgs
        {
            RateBasedStatement = new Aws.WafV2.Inputs.WebAclRuleStatementRateBasedStatementArgs
            {
                AggregateKeyType = "IP",
                EvaluationWindowSec = FiveMinutes,
                Limit = requests,
            },
        },
        VisibilityConfig = Visible("rate-per-address"),
    };

    private static IEnumerable<Aws.WafV2.Inputs.WebAclRuleArgs> ManagedRules(FirewallSettings settings) =>
        settings.BlockedBy.Select(group => (Group: group, Counts: false))
            .Concat(settings.CountedBy.Select(group => (Group: group, Counts: true)))
            .Select((rule, index) => Managed(rule.Group, rule.Counts, index + 1));

    private static Aws.WafV2.Inputs.WebAclRuleArgs Managed(string group, bool counts, int priority) => new()
    {
        Name = group,
        Priority = priority,
        OverrideAction = counts
            ? new Aws.WafV2.Inputs.WebAclRuleOverrideActionArgs { Count = new Aws.WafV2.Inputs.WebAclRuleOverrideActionCountArgs() }
            : new Aws.WafV2.Inputs.WebAclRuleOverrideActionArgs { None = new Aws.WafV2.Inputs.WebAclRuleOverrideActionNoneArgs() },
        Statement = new Aws.WafV2.Inputs.WebAclRuleStatementArgs
        {
            ManagedRuleGroupStatement = new Aws.WafV2.Inputs.WebAclRuleStatementManagedRuleGroupStatementArgs
            {
                VendorName = "AWS",
                Name = group,
            },
        },
        VisibilityConfig = Visible(group),
    };

    private static Aws.WafV2.Inputs.WebAclRuleVisibilityConfigArgs Visible(string metric) => new()
    {
        CloudwatchMetricsEnabled = true,
        MetricName = metric,
        SampledRequestsEnabled = false,
    };
}
