namespace Engagement.Infra.Observability.Dashboards;

/// <summary>The dashboard's sections that a platform writes, each with its heading.</summary>
internal sealed record PlatformSections
{
    /// <summary>What became of messages: numbers for the sums.</summary>
    public required IReadOnlyList<Metric> Messages { get; init; }

    /// <summary>How the platform answers calls.</summary>
    public required IEnumerable<Widget> Calls { get; init; }

    /// <summary>How the platform sends reminders.</summary>
    public required IEnumerable<Widget> Reminders { get; init; }

    /// <summary>How the platform moves customers on in journeys.</summary>
    public required IEnumerable<Widget> Journeys { get; init; }
}
