namespace Faults.Tests.Shop;

/// <summary>What deployments change of the definitions.</summary>
internal sealed record Edition
{
    /// <summary>Which deployment; messages say it, so that each changes their texts.</summary>
    public int Number { get; init; }

    /// <summary>Minutes that the newsletter's journey waits. Another number makes another version of the journey.</summary>
    public int WaitMinutes { get; init; } = 61;

    /// <summary>Name of the announcement of a date.</summary>
    public string Sale { get; init; } = "sale";

    /// <summary>When it comes.</summary>
    public string SaleAt { get; init; } = "2027-12-01T09:00:00Z";
}
