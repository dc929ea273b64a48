namespace Engagement.Local.Ses.Identities;

/// <summary>
/// A domain or address that mail may come from. It is verified as soon as it is declared: there is no DNS here to wait for.
/// </summary>
/// <param name="Name">The domain or address.</param>
/// <param name="Arn">Its ARN.</param>
internal sealed record EmailIdentity(string Name, string Arn)
{
    /// <summary>The configuration set of messages that name none.</summary>
    public string? ConfigurationSet { get; init; }

    /// <summary>Whether it is a whole domain.</summary>
    public bool IsDomain => !Name.Contains('@', StringComparison.Ordinal);
}
