namespace Engagement.Local.Ses.Accounts;

/// <summary>The body of <c>PutSuppressedDestination</c>.</summary>
internal sealed record SuppressionRequest
{
    public string? EmailAddress { get; init; }

    /// <summary><c>BOUNCE</c> or <c>COMPLAINT</c>.</summary>
    public string? Reason { get; init; }

    /// <summary>Lists of tenants are not done here.</summary>
    public string? TenantName { get; init; }
}
