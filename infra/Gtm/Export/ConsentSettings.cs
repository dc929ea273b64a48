namespace Engagement.Infra.Gtm.Export;

/// <summary>What a visitor must have granted before the tag fires.</summary>
internal sealed record ConsentSettings
{
    public required string ConsentStatus { get; init; }

    public Parameter? ConsentType { get; init; }

    /// <param name="types">GTM's consent types; none means that the tag fires without asking.</param>
    public static ConsentSettings From(IReadOnlyList<string> types) => types.Count == 0
        ? new() { ConsentStatus = "NOT_NEEDED" }
        : new() { ConsentStatus = "NEEDED", ConsentType = Parameter.ListOf(types) };
}
