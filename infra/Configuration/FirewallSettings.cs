namespace Engagement.Infra.Configuration;

/// <summary>What filters the pixel's requests before they are stored, under <c>firewall:</c>.</summary>
internal sealed record FirewallSettings
{
    // Of AWS's own groups, those that need no contract and no further configuration.
    private static readonly string[] ManagedRuleGroups =
    [
        "AWSManagedRulesAmazonIpReputationList", "AWSManagedRulesAnonymousIpList", "AWSManagedRulesCommonRuleSet",
        "AWSManagedRulesKnownBadInputsRuleSet",
        "AWSManagedRulesLinuxRuleSet", "AWSManagedRulesPHPRuleSet", "AWSManagedRulesSQLiRuleSet", "AWSManagedRulesUnixRuleSet",
        "AWSManagedRulesWindowsRuleSet", "AWSManagedRulesWordPressRuleSet",
    ];

    // It looks at the address alone, never at the query, in which a pixel may rightly carry anything: long texts, addresses of pages,
    // markup.
    private static readonly string[] BlockedByDefault = ["AWSManagedRulesAmazonIpReputationList"];
    private static readonly string[] CountedByDefault = ["AWSManagedRulesCommonRuleSet"];

    /// <summary>
    /// Requests of one address in five minutes; more are answered 429. 10 (the least that AWS WAF allows) to 2,000,000,000; 2,000 by
    /// default.
    /// </summary>
    public required int RequestsPerAddress { get; init; }

    /// <summary>Managed rule groups of AWS that refuse requests.</summary>
    public required IReadOnlyList<string> BlockedBy { get; init; }

    /// <summary>Managed rule groups of AWS that let requests through and count them, to see what they would refuse.</summary>
    public required IReadOnlyList<string> CountedBy { get; init; }

    public static FirewallSettings? Read(ConfigReader config)
    {
        var settings = new FirewallSettings
        {
            RequestsPerAddress = config.WholeNumber("requestsPerAddress", 2_000, 10, 2_000_000_000),
            BlockedBy = config.Names("blockedBy", BlockedByDefault, ManagedRuleGroups),
            CountedBy = config.Names("countedBy", CountedByDefault, ManagedRuleGroups),
        };
        foreach (var both in settings.BlockedBy.Intersect(settings.CountedBy, StringComparer.Ordinal))
        {
            config.Problem("countedBy", $"'{both}' is in firewall:blockedBy, too");
        }

        return config.Flag("enabled") == true ? settings : null;
    }
}
