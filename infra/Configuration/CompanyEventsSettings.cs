namespace Engagement.Infra.Configuration;

/// <summary>The settings of company events, under <c>companyEvents:</c>.</summary>
internal sealed record CompanyEventsSettings
{
    /// <summary>Whether the ledger can only be deleted after this is set to false and deployed; true by default in the stack <c>prod</c>, otherwise false.</summary>
    public required bool ProtectLedger { get; init; }

    /// <summary>Attempts to launch an event's campaigns, or to write user attributes, before they are given up, 1 to 1,000; 20 by default.</summary>
    public required int MaximumReceives { get; init; }

    public static CompanyEventsSettings Read(ConfigReader config) => new()
    {
        ProtectLedger = config.Flag("protectLedger") ?? Pulumi.Deployment.Instance.StackName == "prod",
        MaximumReceives = config.WholeNumber("maximumReceives", 20, 1, 1_000),
    };
}
