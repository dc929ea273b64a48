namespace Engagement.Infra.Configuration;

/// <summary>
/// The settings of the ledgers, that of company events and that of reminders, and of what journeys know, under <c>ledgers:</c>.
/// </summary>
internal sealed record LedgerSettings
{
    /// <summary>
    /// Protects their tables from deletion, until this is set to false and deployed. Default: true in the stack <c>prod</c>, false
    /// elsewhere.
    /// </summary>
    public required bool Protect { get; init; }

    public static LedgerSettings Read(ConfigReader config) => new()
    {
        Protect = config.Flag("protect") ?? Pulumi.Deployment.Instance.StackName == "prod",
    };
}
